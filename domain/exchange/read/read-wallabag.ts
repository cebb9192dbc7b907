/**
 * The JSON that wallabag exports: an array of entries, or an answer of its API. Each has the text as HTML, and what was
 * highlighted in it as a quotation with a note.
 */
import { z } from 'zod';
import { type Brought, type BroughtArticle, newBrought, newBroughtPassage } from '../brought.ts';
import { countLeftOut, type LeftOutCounter } from '../left-out.ts';
import { parseJson, readEach } from './export-file.ts';
import { readDate, readInstant, readLanguage, readLines, readName, readTags, readUrl } from './values.ts';

const entrySchema = z.looseObject({
  url: z.string(),
  title: z.string().nullish(),
  content: z.string().nullish(),
  is_archived: z.union([z.number(), z.boolean()]).nullish(),
  is_starred: z.union([z.number(), z.boolean()]).nullish(),
  language: z.string().nullish(),
  published_at: z.string().nullish(),
  published_by: z.array(z.string().nullable()).nullish(),
  domain_name: z.string().nullish(),
  tags: z.array(z.union([z.string(), z.looseObject({ label: z.string() })])).nullish(),
  annotations: z
    .array(
      z.looseObject({
        quote: z.string().nullish(),
        text: z.string().nullish(),
        created_at: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Entry = z.infer<typeof entrySchema>;

const exportSchema = z.union([
  z.array(z.unknown()),
  z
    .looseObject({ _embedded: z.looseObject({ items: z.array(z.unknown()) }) })
    .transform(({ _embedded }) => _embedded.items),
]);

const passagesOf = ({ annotations }: Entry, leftOut: LeftOutCounter) =>
  (annotations ?? []).flatMap(({ quote, text, created_at }) => {
    const exact = readLines(quote);
    if (exact === null) leftOut.add('note-alone');
    return exact === null
      ? []
      : [newBroughtPassage(exact, { note: readLines(text), at: readInstant(created_at) })];
  });

const articleOf = (entry: Entry, leftOut: LeftOutCounter): BroughtArticle => {
  const { url, title, content, language, published_at, published_by, tags } = entry;
  if (entry.is_starred) leftOut.add('favourite');
  return newBrought(
    {
      url: readUrl(url),
      title: readName(title),
      byline: readName((published_by ?? []).flatMap((name) => name ?? []).join(', ')),
      publishedAt: readDate(published_at),
      language: readLanguage(language),
    },
    {
      text: readLines(content) === null ? null : { kind: 'html', text: content ?? '' },
      state: entry.is_archived ? 'read' : 'unread',
      tags: readTags((tags ?? []).map((tag) => (typeof tag === 'string' ? tag : tag.label))),
      passages: passagesOf(entry, leftOut),
    },
  );
};

const readFile = (text: string): Brought | null => {
  const items = exportSchema.safeParse(parseJson(text));
  if (!items.success) return null;
  const entries = items.data.map((item) => entrySchema.safeParse(item));
  if (items.data.length > 0 && !entries.some(({ success }) => success)) return null;
  const leftOut = countLeftOut();
  leftOut.add('unknown-entry', entries.filter(({ success }) => !success).length);
  const articles = entries.flatMap(({ data }) => (data === undefined ? [] : [articleOf(data, leftOut)]));
  return { articles, leftOut: leftOut.list() };
};

/** Entries of wallabag; null where a file holds none. */
export const readWallabag = readEach(({ text }) => readFile(text));
