/**
 * Annotations of Hypothesis: the JSON that its sidebar exports (`annotations`), or an answer of its API (`rows`). Each
 * is a Web Annotation with its quotation and the words around it; without a quotation it is a note on the page, or a
 * reply.
 */
import { z } from 'zod';
import { type Brought, type BroughtArticle, newBrought, newBroughtPassage } from '../brought.ts';
import { countLeftOut, type LeftOutCounter } from '../left-out.ts';
import { parseJson, readEach } from './export-file.ts';
import { groupBy } from './group-by.ts';
import { readInstant, readLines, readName, readTags, readUrl } from './values.ts';

/** Hypothesis keeps 32 characters on either side. */
const MAX_CONTEXT = 64;

const selectorSchema = z.looseObject({
  type: z.string(),
  exact: z.string().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const annotationSchema = z.looseObject({
  id: z.string(),
  uri: z.string(),
  created: z.string().optional(),
  user: z.string().optional(),
  text: z.string().default(''),
  tags: z.array(z.string()).default([]),
  references: z.array(z.string()).default([]),
  target: z.array(z.looseObject({ selector: z.array(selectorSchema).optional() })).default([]),
  document: z.looseObject({ title: z.union([z.string(), z.array(z.string())]).optional() }).optional(),
});
type Annotation = z.infer<typeof annotationSchema>;

const exportSchema = z.union([
  z.looseObject({ annotations: z.array(z.unknown()) }).transform(({ annotations }) => annotations),
  z.looseObject({ rows: z.array(z.unknown()) }).transform(({ rows }) => rows),
]);

const quoteOf = ({ target }: Annotation) =>
  target
    .flatMap(({ selector = [] }) => selector)
    .find(({ type, exact }) => type === 'TextQuoteSelector' && exact);

/** "acct:name@hypothes.is" as a name. */
const userOf = ({ user = '' }: Annotation): string => /^acct:([^@]+)/u.exec(user)?.[1] ?? user;

const withReplies = (
  annotation: Annotation,
  replies: ReadonlyMap<string, readonly Annotation[]>,
): string | null => {
  const told = (replies.get(annotation.id) ?? [])
    .toSorted((a, b) => (a.created ?? '').localeCompare(b.created ?? ''))
    .map((reply) => `Reply of ${userOf(reply)}: ${reply.text.trim()}`);
  return readLines([annotation.text, ...told].join('\n\n'));
};

/** Replies by the annotation that they are about in the end. */
const repliesOf = (annotations: readonly Annotation[]): ReadonlyMap<string, readonly Annotation[]> =>
  groupBy(
    annotations.filter(({ references, text }) => references.length > 0 && text.trim() !== ''),
    ({ references }) => references[0] ?? '',
  );

const titleOf = ({ document }: Annotation): string | null =>
  readName(typeof document?.title === 'string' ? document.title : document?.title?.[0]);

const articleOf = (
  annotations: readonly Annotation[],
  replies: ReadonlyMap<string, readonly Annotation[]>,
): BroughtArticle => {
  const notes = annotations.filter((each) => quoteOf(each) === undefined);
  const onPage = notes.flatMap((each) => withReplies(each, replies) ?? []);
  const url = readUrl(annotations[0]?.uri);
  const title = annotations.map(titleOf).find((each) => each !== null) ?? null;
  return newBrought(
    { url, title },
    {
      note: onPage.length === 0 ? null : onPage.join('\n\n'),
      tags: [...new Set(notes.flatMap(({ tags }) => readTags(tags)))],
      passages: annotations.flatMap((each) => {
        const quote = quoteOf(each);
        if (quote?.exact === undefined) return [];
        const said = {
          prefix: (quote.prefix ?? '').slice(-MAX_CONTEXT),
          suffix: (quote.suffix ?? '').slice(0, MAX_CONTEXT),
          note: withReplies(each, replies),
          tags: readTags(each.tags),
          at: readInstant(each.created),
        };
        return [newBroughtPassage(quote.exact, said)];
      }),
    },
  );
};

/** Those that are on something, without replies; those that can't be read are counted. */
const readAnnotations = (items: readonly unknown[], leftOut: LeftOutCounter): readonly Annotation[] =>
  items.flatMap((item) => {
    const read = annotationSchema.safeParse(item);
    if (read.success) return [read.data];
    leftOut.add('unknown-entry');
    return [];
  });

const readFile = (text: string): Brought | null => {
  const items = exportSchema.safeParse(parseJson(text));
  if (!items.success) return null;
  const leftOut = countLeftOut();
  const annotations = readAnnotations(items.data, leftOut);
  if (annotations.length === 0 && items.data.length > 0) return null;
  const replies = repliesOf(annotations);
  const byPage = groupBy(
    annotations.filter(({ references }) => references.length === 0),
    ({ uri }) => uri,
  );
  const articles: BroughtArticle[] = [...byPage.values()].map((each) => articleOf(each, replies));
  return { articles, leftOut: leftOut.list() };
};

/** Annotations of Hypothesis; null where a file holds none. */
export const readHypothesis = readEach(({ text }) => readFile(text));
