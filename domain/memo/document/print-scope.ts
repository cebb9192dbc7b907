import { effectiveBibliography } from '../../article/effective-bibliography.ts';
import type { AnchorId, ArticleId } from '../../ids.ts';
import type { Passage } from '../../passage/passage.ts';
import type { SourceTree } from '../../source/source.ts';
import { indexTree } from '../../tree/record-tree.ts';
import { type CitedPassage, numberSources } from '../citations/list-citations.ts';
import type { CitedArticle, MemoMaterial } from '../citations/memo-material.ts';
import { nowhere, placeOf } from '../citations/resolve-citations.ts';
import { isEmptyBlock } from '../content/is-empty-block.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { listProse } from '../content/list-prose.ts';
import { listFigures } from '../figure/list-figures.ts';
import type { OriginalPlace } from '../form/form.ts';
import type { Memo } from '../memo.ts';
import type { MemoContent, MemoFigure, MemoJudgement, MemoTable } from '../memo-content.ts';
import type { Direction, Pinpoint, Run } from '../memo-document.ts';
import { type PrintedWords, wordsFor } from '../print/printed-words.ts';
import { omissionBefore } from '../verbatim/omission-mark.ts';
import type { LaidQuote } from '../verbatim/print-quote.ts';
import { textDirection } from './text-direction.ts';

/** The printed tables that are in no other block, in reading order: the first is table 1. */
const listTables = (content: MemoContent): readonly MemoTable[] =>
  content.content.flatMap((section) =>
    section.content.flatMap((block) => (block.type === 'table' && !isEmptyBlock(block) ? block : [])),
  );

/** All that the printing of one memo looks things up in. */
export type PrintScope = {
  readonly memo: Memo;
  /** The words printed beside the memo's own, in its language. */
  readonly words: PrintedWords;
  readonly articles: MemoMaterial['articles'];
  readonly sha256: MemoMaterial['sha256'];
  readonly sources: SourceTree;
  readonly numbers: ReadonlyMap<ArticleId, number>;
  readonly judgementNumbers: ReadonlyMap<MemoJudgement, number>;
  /** Of the tables that stand in no other block. */
  readonly tableNumbers: ReadonlyMap<MemoTable, number>;
  readonly figureNumbers: ReadonlyMap<MemoFigure, number>;
  /** Where the original of a translated quotation is printed. */
  readonly originals: OriginalPlace;
  /** What cross references point at. */
  readonly referenced: ReadonlySet<string>;
};

/** The scope of a memo on its evidence. */
export const printScopeOf = (memo: Memo, material: MemoMaterial): PrintScope => ({
  memo,
  words: wordsFor(memo.head.language, material.terms),
  articles: material.articles,
  sha256: material.sha256,
  sources: indexTree(material.sources),
  numbers: numberSources(memo.content),
  judgementNumbers: new Map(listJudgements(memo.content).map((judgement, index) => [judgement, index + 1])),
  tableNumbers: new Map(listTables(memo.content).map((table, index) => [table, index + 1])),
  figureNumbers: new Map(listFigures(memo.content).map((figure, index) => [figure, index + 1])),
  originals: material.form?.originals ?? 'footnote',
  referenced: new Set(
    listProse(memo.content).flatMap(({ inline }) =>
      inline.flatMap((node) => (node.type === 'reference' ? node.attrs.target : [])),
    ),
  ),
});

/** The anchor of what a cross reference points at; nothing for anything else. */
export const anchorOf = (
  anchor: string | undefined,
  { referenced }: Pick<PrintScope, 'referenced'>,
): { readonly anchor?: AnchorId } =>
  anchor !== undefined && referenced.has(anchor) ? { anchor: anchor as AnchorId } : {};

/** The evidence of a citation as it stands. */
export type Evidence = { readonly cited: CitedArticle; readonly passage: Passage };

/** The article and the passage that a citation points at; null where either is missing. */
export const evidenceOf = (
  { articleId, passageId }: CitedPassage,
  { articles }: PrintScope,
): Evidence | null => {
  const cited = articles.get(articleId);
  const passage = cited?.passages.find(({ id }) => id === passageId);
  return cited === undefined || passage === undefined ? null : { cited, passage };
};

/** The pinpoint of a citation: the number of its source and the place in it where the passage begins. */
export const pinpointOf = (
  citation: CitedPassage,
  evidence: Evidence | null,
  { numbers, words }: PrintScope,
): Pinpoint => ({
  source: numbers.get(citation.articleId) ?? 0,
  ...(evidence === null ? nowhere : placeOf(evidence.passage, evidence.cited, words)),
});

/** The language of a quoted text where it is not the memo's, and the direction in which it is written. */
export const voiceOf = (
  text: string,
  { article, about }: CitedArticle,
  { memo }: PrintScope,
): { readonly lang: string | null; readonly dir: Direction } => {
  const { language } = effectiveBibliography(article, about);
  return voiceIn(text, language, memo);
};

/** The same of words in a language that is known. */
export const voiceIn = (
  text: string,
  language: string | null,
  memo: Memo,
): { readonly lang: string | null; readonly dir: Direction } => ({
  lang: language === memo.head.language ? null : language,
  dir: textDirection(text, language),
});

/** Words of the memo's own. */
export const plain = (text: string): Run => ({ kind: 'text', text });

type QuoteRun = Extract<Run, { kind: 'quote' }>;

/** A quotation as runs: “quote”, or “one […] other”; `said` tells the language of each part, and whose words it is. */
export const quoteRuns = (
  { opening, parts, omission, closing }: LaidQuote,
  { articleId, passageId }: CitedPassage,
  scope: PrintScope,
  said: (part: string, at: number) => Pick<QuoteRun, 'lang' | 'dir' | 'translationId'>,
): readonly Run[] => {
  const source = scope.numbers.get(articleId) ?? 0;
  const runs = parts.flatMap((text, at): readonly Run[] => [
    ...(at === 0 ? [] : [plain(omissionBefore(omission, text))]),
    { kind: 'quote', text, source, passageId, ...said(text, at) },
  ]);
  return opening === '' ? runs : [plain(opening), ...runs, plain(closing)];
};
