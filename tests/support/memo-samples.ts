/** Articles with passages, and memos that cite them, for tests of what is printed. A test says what matters to it. */

import { createHash } from 'node:crypto';
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { BlockNode, Body } from '#domain/article/body/body.ts';
import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { newAnnotation } from '#domain/article/new-annotation.ts';
import {
  articleIdSchema,
  judgementIdSchema,
  memoIdSchema,
  passageIdSchema,
  type Sha256,
  sha256Schema,
} from '#domain/ids.ts';
import { type CitedArticle, citedText, type MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import type { Memo, MemoHead } from '#domain/memo/memo.ts';
import type {
  Citation,
  JudgementAttrs,
  MemoBlock,
  MemoInline,
  MemoJudgement,
  MemoQuotation,
  MemoSection,
  SectionRole,
} from '#domain/memo/memo-content.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { type Passage, passageQuote } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';
import { calendarDateSchema, statedDateSchema, toTimestamp } from '#domain/time.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';
import { newSampleId } from './archive-samples.ts';

const at = toTimestamp(Date.parse('2024-04-23T08:00:00.000Z'));

export const sha256Of = (text: string): Sha256 =>
  sha256Schema.parse(createHash('sha256').update(text, 'utf8').digest('hex'));

type Quoted = string | readonly string[];
export type WrittenArticle = {
  readonly cited: CitedArticle;
  readonly body: Body;
  readonly passages: readonly Passage[];
};

const passageOf = (text: string, quoted: Quoted, changed: Partial<Passage>): Passage => {
  const index = indexText(text);
  const selectors = [quoted].flat().map((exact) => {
    const start = text.indexOf(exact);
    if (start === -1) throw new Error(`the article does not hold “${exact}”`);
    return describeSelector(index, { start, end: start + exact.length });
  });
  return {
    id: passageIdSchema.parse(newSampleId()),
    selectors,
    label: 'claim',
    tagIds: [],
    sourceId: null,
    grade: ungraded,
    confirmedBecause: null,
    manner: null,
    basis: null,
    note: null,
    relations: [],
    carriedFrom: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    ...changed,
  };
};

/** An article of `paragraphs` and other blocks, with one passage for each entry of `quotes` (several parts: an interrupted one). */
export const writeArticle = (
  paragraphs: readonly (string | BlockNode)[],
  quotes: readonly (Quoted | { readonly quote: Quoted; readonly passage: Partial<Passage> })[] = [],
  {
    bibliography = {},
    about = {},
  }: {
    readonly bibliography?: Partial<Bibliography>;
    readonly about?: Partial<ArticleAnnotation>;
  } = {},
): WrittenArticle => {
  const id = articleIdSchema.parse(newSampleId());
  const body: Body = {
    type: 'doc',
    content: paragraphs.map((block) =>
      typeof block === 'string' ? { type: 'paragraph', content: [{ type: 'text', text: block }] } : block,
    ),
  };
  const text = canonicalText(body);
  const passages = quotes.map((entry) =>
    typeof entry === 'object' && 'quote' in entry
      ? passageOf(text, entry.quote, entry.passage)
      : passageOf(text, entry, {}),
  );
  const article: ArticleRecord = {
    id,
    importedAt: at,
    format: 'txt',
    originalName: 'dispatch.txt',
    originalFile: 'original.txt',
    originalSha256: sha256Of(text),
    originalEncoding: 'utf-8',
    textSha256: sha256Of(text),
    words: text.split(/\s+/).length,
    found: {},
    bibliography: {
      type: 'article-newspaper',
      title: 'Envoy carries a sanctions warning to Beijing',
      byline: null,
      publisher: 'Harbour Dispatch',
      publishedAt: statedDateSchema.parse('2024-04-22'),
      dateCertainty: 'stated',
      url: 'https://harbour.example/world/envoy',
      accessedAt: calendarDateSchema.parse('2024-04-23'),
      language: 'en',
      ...bibliography,
    },
    previousVersionId: null,
  };
  const annotation: ArticleAnnotation = { ...newAnnotation(id, at), state: 'read', ...about };
  const { textSha256 } = article;
  return {
    body,
    passages,
    cited: { article, about: annotation, passages, text: citedText(body), textSha256 },
  };
};

export const materialOf = (
  articles: readonly WrittenArticle[],
  more: Partial<Pick<MemoMaterial, 'sources' | 'tasks'>> = {},
): MemoMaterial => ({
  articles: new Map(articles.map(({ cited }) => [cited.article.id, cited])),
  sources: [],
  tasks: [],
  sha256: sha256Of,
  ...more,
});

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

const asInline = (part: string | MemoInline): MemoInline =>
  typeof part === 'string' ? { type: 'text', text: part } : part;

export const paragraph = (...parts: readonly (string | MemoInline)[]): MemoBlock => ({
  type: 'paragraph',
  content: parts.map(asInline),
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
