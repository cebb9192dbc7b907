/** Words that were typed between quotation marks: held against the articles that are cited beside them. */
import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import type { PassageId } from '../../../ids.ts';
import type { SourceTree } from '../../../source/source.ts';
import type { Steps } from '../../../steps.ts';
import { nestQuotationMarks } from '../../../text/quotation-marks.ts';
import { indexTree } from '../../../tree/record-tree.ts';
import type { CitedArticle, MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Prose } from '../../content/list-prose.ts';
import type { Citation } from '../../memo-content.ts';
import { type QuoteFault, quoteFaultTable, weigh } from '../../verbatim/quote-fault.ts';
import { verifyQuote } from '../../verbatim/verify-quote.ts';
import { otherSpeakerOf } from './other-speaker-of.ts';
import { type TypedQuote, typedQuotesIn } from './typed-quotes-in.ts';

/** Words typed between quotation marks, and what is known of them. */
export type HeldQuote = {
  readonly quote: string;
  /** Whether anything is cited beside them. */
  readonly isCited: boolean;
  /** The citation that holds them best, and what is wrong with them there; null where no cited text is at hand. */
  readonly best: { readonly passageId: PassageId; readonly faults: readonly QuoteFault[] } | null;
  /** Who says them in the cited article, where that is another than the cited passage's speaker. */
  readonly other: { readonly passageId: PassageId; readonly speaker: string } | null;
};

/** A quotation held against one article. */
type Held = {
  readonly citation: Citation;
  readonly cited: CitedArticle;
  readonly faults: readonly QuoteFault[];
};

const isTitle = (quote: string, { article, about }: CitedArticle): boolean => {
  const { title } = effectiveBibliography(article, about);
  return title !== null && (quote === title || quote === nestQuotationMarks(title));
};

function* holdAgainst({ quote, citations }: TypedQuote, { articles }: MemoMaterial): Steps<readonly Held[]> {
  const held: Held[] = [];
  for (const citation of citations) {
    const cited = articles.get(citation.articleId);
    const source = cited === undefined ? null : printedSourceOf(cited);
    if (cited === undefined || source === null) continue;
    const faults = isTitle(quote, cited) ? [] : yield* verifyQuote(quote, source.text);
    held.push({ citation, cited, faults });
  }
  return held;
}

const lightest = (held: readonly Held[]): Held | undefined =>
  held.toSorted((a, b) => weigh(a.faults) - weigh(b.faults))[0];

type OtherSpeaker = NonNullable<HeldQuote['other']>;

const otherSpeaker = (quote: string, held: Held, sources: SourceTree): OtherSpeaker | null => {
  const { citation, cited, faults } = held;
  const passage = cited.passages.find(({ id }) => id === citation.passageId);
  const source = printedSourceOf(cited);
  const isThere = faults.every(({ fault }) => quoteFaultTable[fault].canBeOverruled);
  if (passage === undefined || source === null || !isThere) return null;
  const speaker = otherSpeakerOf({ cited, source, sources }, passage, quote);
  return speaker === null ? null : { passageId: passage.id, speaker };
};

/** Of all citations that hold it equally well, one of its speaker's. */
const otherOfAll = (quote: string, held: readonly Held[], sources: SourceTree): OtherSpeaker | null => {
  const least = weigh(lightest(held)?.faults ?? []);
  const found = held
    .filter(({ faults }) => weigh(faults) === least)
    .map((one) => otherSpeaker(quote, one, sources));
  return found.every((one) => one !== null) ? (found[0] ?? null) : null;
};

function* holdQuote(typed: TypedQuote, material: MemoMaterial, sources: SourceTree): Steps<HeldQuote> {
  const { quote, citations } = typed;
  const held = yield* holdAgainst(typed, material);
  const best = lightest(held);
  yield;
  return {
    quote,
    isCited: citations.length > 0,
    best: best === undefined ? null : { passageId: best.citation.passageId, faults: best.faults },
    other: best === undefined ? null : otherOfAll(quote, held, sources),
  };
}

/** The typed quotations of `prose`, each held against the articles that are cited in its paragraph. */
export function* holdTypedQuotes(
  prose: readonly Prose[],
  material: MemoMaterial,
): Steps<readonly HeldQuote[]> {
  const sources = indexTree(material.sources);
  const quotes: HeldQuote[] = [];
  for (const typed of prose.flatMap(typedQuotesIn)) quotes.push(yield* holdQuote(typed, material, sources));
  return quotes;
}
