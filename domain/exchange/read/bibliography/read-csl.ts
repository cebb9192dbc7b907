/** CSL-JSON (citation style language 1.0.2): an array of items with names and dates in parts. */
import { z } from 'zod';
import { articleTypes, type Bibliography } from '../../../article/bibliography/bibliography.ts';
import { type BroughtArticle, newBrought } from '../../brought.ts';
import { parseJson } from '../export-file.ts';
import { readDate, readDoi, readLanguage, readLines, readName, readTags, readUrl } from '../values.ts';

const text = z.string().nullish();
const nameSchema = z.looseObject({
  family: text,
  given: text,
  literal: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
});
const dateSchema = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()]))).nullish(),
  raw: text,
  literal: text,
});
const itemSchema = z.looseObject({
  type: z.string(),
  title: text,
  author: z.array(nameSchema).nullish(),
  'container-title': text,
  publisher: text,
  issued: dateSchema.nullish(),
  URL: text,
  DOI: text,
  language: text,
  keyword: text,
  custom: z.unknown().optional(),
  note: text,
});
type Item = z.infer<typeof itemSchema>;

const typeOf = (type: string): Bibliography['type'] | null =>
  articleTypes.find((each) => each === type) ?? (type === 'post-weblog' ? 'post' : null);

const nameOf = (name: z.infer<typeof nameSchema>): string =>
  name.literal ??
  [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family]
    .flatMap((part) => part ?? [])
    .join(' ');

const dateOf = ({ issued }: Item): ReturnType<typeof readDate> => {
  const parts = issued?.['date-parts']?.[0] ?? [];
  if (parts.length < 3) return readDate(issued?.raw ?? issued?.literal);
  return readDate(parts.map((part) => String(part).padStart(2, '0')).join('-'));
};

/** Where Precis writes tags that a list in one text could not hold: see cslKeyword of the writer. */
const customSchema = z.looseObject({ tags: z.array(z.string()) });

const tagsOf = ({ keyword, custom }: Item): string[] => {
  const own = customSchema.safeParse(custom);
  return own.success ? readTags(own.data.tags) : readTags(keyword ?? '', /[,;]/u);
};

const articleOf = (item: Item): BroughtArticle =>
  newBrought(
    {
      type: typeOf(item.type),
      title: readName(item.title),
      byline: readName((item.author ?? []).map(nameOf).join(', ')),
      publisher: readName(item['container-title']) ?? readName(item.publisher),
      publishedAt: dateOf(item),
      url: readUrl(item.URL),
      doi: readDoi(item.DOI),
      language: readLanguage(item.language),
    },
    { tags: tagsOf(item), note: readLines(item.note) },
  );

/** The items of a CSL-JSON file, and how many of its entries are none; null where it holds none. */
export const articlesOfCsl = (
  json: string,
): { readonly articles: readonly BroughtArticle[]; readonly unknown: number } | null => {
  const value = z.array(z.unknown()).safeParse(parseJson(json));
  if (!value.success) return null;
  const items = value.data.flatMap((each) => itemSchema.safeParse(each).data ?? []);
  if (items.length === 0) return null;
  return { articles: items.map(articleOf), unknown: value.data.length - items.length };
};
