import type { Steps } from '../../../steps.ts';
import { numberSources } from '../../citations/list-citations.ts';
import type { MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import type { Memo } from '../../memo.ts';
import type { MemoDocument } from '../../memo-document.ts';
import type { PrintedSource } from '../../verbatim/printed-source.ts';
import type { QuoteFault } from '../../verbatim/quote-fault.ts';
import { type FaultyQuote, verifyQuotes } from '../../verbatim/verify-quotes.ts';
import { findFaultyShortenings } from './find-faulty-shortenings.ts';

const sourcesByNumber = ({ content }: Memo, { articles }: MemoMaterial): ReadonlyMap<number, PrintedSource> =>
  new Map(
    [...numberSources(content)].flatMap(([articleId, number]) => {
      const cited = articles.get(articleId);
      const source = cited === undefined ? null : printedSourceOf(cited);
      return source === null ? [] : [[number, source] as const];
    }),
  );

const keyOf = ({ passageId, parts }: FaultyQuote): string => JSON.stringify([passageId, parts]);

/** What is lost of a sentence, and said already where it is left out of the passage itself. */
const isSaid = ({ fault }: QuoteFault, faults: readonly QuoteFault[]): boolean => {
  const has = (kind: QuoteFault['fault']): boolean => faults.some((each) => each.fault === kind);
  if (fault === 'denial-lost') return has('negation-omitted');
  return (fault === 'condition-lost' || fault === 'hedge-lost') && has('hedge-omitted');
};

const withoutSaid = (quote: FaultyQuote): FaultyQuote => ({
  ...quote,
  faults: quote.faults.filter((fault) => !isSaid(fault, quote.faults)),
});

/** Of the same words what is wrong is said once. */
const joined = (quotes: readonly FaultyQuote[]): readonly FaultyQuote[] => {
  const known = new Map<string, FaultyQuote>();
  for (const quote of quotes) {
    const there = known.get(keyOf(quote));
    const isNew = ({ fault }: FaultyQuote['faults'][number]): boolean =>
      !there?.faults.some((each) => each.fault === fault);
    const faults = [...(there?.faults ?? []), ...quote.faults.filter(isNew)];
    known.set(keyOf(quote), { ...(there ?? quote), faults });
  }
  return [...known.values()].map(withoutSaid);
};

/**
 * The quotes that `document`, made of `memo`, prints from its citations and that do not say what their sources say: as
 * they are printed, and as they were shortened.
 */
export function* findFaultyQuotes(
  document: MemoDocument,
  memo: Memo,
  material: MemoMaterial,
): Steps<readonly FaultyQuote[]> {
  return joined([
    ...(yield* verifyQuotes(document, sourcesByNumber(memo, material))),
    ...(yield* findFaultyShortenings(memo.content, material)),
  ]);
}
