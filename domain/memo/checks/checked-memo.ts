/** A memo as the rules see it: what several of them look at is worked out once. */
import type { JudgementId } from '../../ids.ts';
import type { Steps } from '../../steps.ts';
import { citationsOfBlock, keyOfCitation } from '../citations/list-citations.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import { listJudgements } from '../content/list-judgements.ts';
import { inlineText, listFields, listProse, type Prose } from '../content/list-prose.ts';
import type { MissingGlyph } from '../document/missing-glyph.ts';
import type { Memo } from '../memo.ts';
import type { MemoJudgement } from '../memo-content.ts';
import type { MemoDocument } from '../memo-document.ts';
import { type FaultyQuote, listPrintedQuotes, type PrintedQuote } from '../verbatim/verify-quotes.ts';
import { findFaultyQuotes } from './quotes/find-faulty-quotes.ts';
import { type HeldQuote, holdTypedQuotes } from './quotes/hold-typed-quotes.ts';
import { type LostQuote, lostTypedQuotes } from './quotes/lost-typed-quotes.ts';
import { type MisgivenCitation, misgivenCitations } from './quotes/misgiven-citations.ts';

/** What the checks are made over. */
export type MemoToCheck = {
  readonly memo: Memo;
  readonly material: MemoMaterial;
  /** Made of the two. */
  readonly document: MemoDocument;
  readonly citations: readonly ResolvedCitation[];
  /** Known once it was printed. */
  readonly missingGlyphs: readonly MissingGlyph[];
};

/** A judgement that says something. */
export type CheckedJudgement = {
  readonly id: JudgementId;
  /** As printed, from 1. */
  readonly number: number;
  readonly node: MemoJudgement;
  /** Its own words; a citation counts as a space. */
  readonly statement: string;
  readonly cited: readonly ResolvedCitation[];
};

export type CheckedMemo = MemoToCheck & {
  readonly judgements: readonly CheckedJudgement[];
  readonly prose: readonly Prose[];
  readonly typedQuotes: readonly HeldQuote[];
  /** Those of the title, of headings and of what stands below judgements. */
  readonly fieldQuotes: readonly HeldQuote[];
  readonly misgivenCitations: readonly MisgivenCitation[];
  readonly printedQuotes: readonly PrintedQuote[];
  readonly faultyQuotes: readonly FaultyQuote[];
  readonly lostQuotes: readonly LostQuote[];
};

const checkedJudgements = ({ memo, citations }: MemoToCheck): readonly CheckedJudgement[] => {
  const resolved = new Map(citations.map((citation) => [keyOfCitation(citation), citation]));
  return listJudgements(memo.content).map((node, at) => ({
    id: node.attrs.id,
    number: at + 1,
    node,
    statement: inlineText(node.content ?? []),
    cited: citationsOfBlock(node).flatMap((citation) => resolved.get(keyOfCitation(citation)) ?? []),
  }));
};

/** Works out what the rules look at. Quotations are held against their articles, which may take long. */
export function* lookAtMemo(asked: MemoToCheck): Steps<CheckedMemo> {
  const { memo, material, document } = asked;
  const prose = listProse(memo.content);
  const { language } = memo.head;
  return {
    ...asked,
    prose,
    judgements: checkedJudgements(asked),
    lostQuotes: yield* lostTypedQuotes(memo.content, material),
    typedQuotes: yield* holdTypedQuotes(prose, material, language),
    fieldQuotes: yield* holdTypedQuotes(listFields(memo.head.title, memo.content), material, language),
    misgivenCitations: misgivenCitations(prose, material, language),
    printedQuotes: listPrintedQuotes(document),
    faultyQuotes: yield* findFaultyQuotes(document, memo, material),
  };
}

/** The place of a judgement. */
export const atJudgement = ({ id, number }: CheckedJudgement) =>
  ({ kind: 'judgement', judgementId: id, number }) as const;
