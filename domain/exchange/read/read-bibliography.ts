/** A bibliography in whatever format a reference manager writes it: BibTeX, RIS or CSL-JSON, told by how it begins. */

import { z } from 'zod';
import { articleTypes, type Bibliography } from '../../article/bibliography/bibliography.ts';
import { type Brought, type BroughtArticle, newBrought } from '../brought.ts';
import { countLeftOut } from '../left-out.ts';
import { parseJson, readEach } from './export-file.ts';
import { articlesOfBibtex } from './read-bibtex.ts';
import { articlesOfRis } from './read-ris.ts';
import { readDate, readDoi, readLanguage, readLines, readName, readTags, readUrl } from './values.ts';

/** CSL-JSON (citation style language 1.0.2): an array of items with names and dates in parts. */

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
const articlesOfCsl = (
  json: string,
): { readonly articles: readonly BroughtArticle[]; readonly unknown: number } | null => {
  const value = z.array(z.unknown()).safeParse(parseJson(json));
  if (!value.success) return null;
  const items = value.data.flatMap((each) => itemSchema.safeParse(each).data ?? []);
  if (items.length === 0) return null;
  return { articles: items.map(articleOf), unknown: value.data.length - items.length };
};

const readFile = (text: string): Brought | null => {
  const leftOut = countLeftOut();
  if (/^\uFEFF?\s*\[/u.test(text)) {
    const read = articlesOfCsl(text);
    leftOut.add('unknown-entry', read?.unknown ?? 0);
    return read === null ? null : { articles: [...read.articles], leftOut: leftOut.list() };
  }
  const articles = /^\uFEFF?\s*TY {2}-/mu.test(text) ? articlesOfRis(text) : articlesOfBibtex(text);
  return articles === null ? null : { articles: [...articles], leftOut: [] };
};

/** The entries of bibliographies; null where a file is none. */
export const readBibliography = readEach(({ text }) => readFile(text));
