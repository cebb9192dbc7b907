/** Memos that cite written articles, for tests of print. A test states what matters to it. */
import { anchorIdSchema, judgementIdSchema, memoIdSchema } from '#domain/ids.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type {
  Citation,
  HeadingLevel,
  JudgementAttrs,
  MemoBlock,
  MemoHeading,
  MemoInline,
  MemoJudgement,
  MemoParagraph,
  MemoQuotation,
  MemoSection,
  MemoTable,
  Reference,
  SectionRole,
} from '#domain/memo/memo-content.ts';
import type { Kept } from '#domain/memo/verbatim/kept/kept.ts';
import { passageQuote } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { newSampleId } from '../archive/sample-ids.ts';
import { rangeOf } from '../texts/range-of.ts';
import { sha256Of } from '../texts/sha256-of.ts';
import type { WrittenArticle } from './written-article.ts';

const at = toTimestamp(Date.parse('2024-04-23T08:00:00.000Z'));

const referTo = ({ cited, passages }: WrittenArticle, at: number): Omit<Citation, 'form'> => {
  const passage = passages[at];
  if (passage === undefined) throw new Error(`the article has no passage ${at}`);
  return {
    articleId: cited.article.id,
    passageId: passage.id,
    exactSha256: sha256Of(passageQuote(passage)),
  };
};

/** A citation of the passage `at` of an article. */
export const cite = (
  article: WrittenArticle,
  passage: number,
  form: Citation['form'] = 'number',
): MemoInline => ({ type: 'citation', attrs: { ...referTo(article, passage), form } });

/** A block quotation of the passage `at` of an article. */
export const quoteBlock = (article: WrittenArticle, passage: number): MemoQuotation => ({
  type: 'quotation',
  attrs: referTo(article, passage),
});

/** A shortening of the passage `at` of an article without `words`, each at its first occurrence. */
export const keptWithout = ({ passages }: WrittenArticle, at: number, ...words: readonly string[]): Kept => {
  const passage = passages[at];
  if (passage === undefined) throw new Error(`the article has no passage ${at}`);
  const quote = passageQuote(passage);
  const left = words.map((each) => rangeOf(quote, each));
  const { toCodePoint } = indexText(quote);
  return [...left, { start: quote.length, end: quote.length }]
    .map(({ start }, index) => ({ start: left[index - 1]?.end ?? 0, end: start }))
    .filter(({ start, end }) => quote.slice(start, end).trim() !== '')
    .map(({ start, end }) => ({ start: toCodePoint(start), end: toCodePoint(end) }));
};

/** The same citation, of which only `kept` is printed. */
export const shortened = <N extends MemoInline | MemoQuotation>(node: N, kept: Kept): N =>
  ({ ...node, attrs: { ...('attrs' in node ? node.attrs : {}), kept } }) as N;

const asInline = (part: string | MemoInline): MemoInline =>
  typeof part === 'string' ? { type: 'text', text: part } : part;

export const paragraph = (...parts: readonly (string | MemoInline)[]): MemoParagraph => ({
  type: 'paragraph',
  content: parts.map(asInline),
});

/** A cross reference. */
export const see = (kind: Reference['kind'], target: string): MemoInline => ({
  type: 'reference',
  attrs: { kind, target: anchorIdSchema.parse(target) },
});

export const subHeading = (text: string, level: HeadingLevel = 1): MemoHeading => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

export const judgement = (
  parts: readonly (string | MemoInline)[],
  attrs: Partial<JudgementAttrs> = {},
): MemoJudgement => ({
  type: 'judgement',
  attrs: {
    id: judgementIdSchema.parse(newSampleId()),
    likelihood: 'likely',
    confidence: 'moderate',
    confidenceReason: '',
    assumptions: '',
    wouldChange: '',
    ...attrs,
  },
  content: parts.map(asInline),
});

export const section = (
  role: SectionRole,
  heading: string,
  ...content: readonly MemoBlock[]
): MemoSection => ({
  type: 'section',
  attrs: { role, heading },
  content: content.length === 0 ? [{ type: 'paragraph' }] : [...content],
});

export const writeMemo = (
  sections: readonly MemoSection[],
  head: Partial<MemoHead> = {},
  changed: Partial<Memo> = {},
): Memo => ({
  id: memoIdSchema.parse(newSampleId()),
  head: {
    title: 'Beijing visit: what the warning changes',
    referenceNumber: 'PM-2024-017',
    for: 'Director, regional desk',
    from: 'Analysis desk',
    asOf: toTimestamp(Date.parse('2024-04-24T09:00:00.000Z')),
    marking: { kind: 'tlp', label: 'TLP:AMBER' },
    restrictions: '',
    language: 'en',
    lexicon: 'icd203-likely',
    ...head,
  },
  template: 'bluf',
  state: 'draft',
  content: { type: 'doc', content: [...sections] },
  printedTaskIds: [],
  statedReasons: [],
  kind: 'original',
  supersedesId: null,
  sending: null,
  isSample: false,
  createdAt: at,
  updatedAt: at,
  ...changed,
});

const tableCell = (text: string) =>
  ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: text || '–' }] }],
  }) satisfies MemoTable['content'][number]['content'][number];

/** The table of changes of a correction: the first judgement was very unlikely, and is now `is`. */
export const changesTable = (is: string): MemoSection =>
  section('change-since', 'What is corrected', {
    type: 'table',
    content: [{ type: 'tableRow', content: ['1. It goes on.', 'very unlikely', is, ''].map(tableCell) }],
  });
