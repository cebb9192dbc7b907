/** Words that were typed between quotation marks: held against the articles that are cited beside them. */
import { effectiveBibliography } from '../../../article/effective-bibliography.ts';
import { indexSources, type SourceTree } from '../../../source/source-tree.ts';
import type { Steps } from '../../../steps.ts';
import { nestQuotationMarks } from '../../../text/quotation-marks.ts';
import type { CitedArticle, MemoMaterial } from '../../citations/memo-material.ts';
import { printedSourceOf } from '../../citations/printed-source-of.ts';
import { listProse } from '../../content/list-prose.ts';
import type { Memo } from '../../memo.ts';
import type { Citation } from '../../memo-content.ts';
import { type QuoteFault, quoteFaultTable, weigh } from '../../verbatim/quote-fault.ts';
import { verifyQuote } from '../../verbatim/verify-quote.ts';
import type { MemoProblem } from '../memo-problem.ts';
import { otherSpeakerOf } from './other-speaker-of.ts';
import { type TypedQuote, typedQuotesIn } from './typed-quotes-in.ts';

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

/** Words that stand nowhere may be a manner of speaking; those that stand there, wrongly shortened, are a quotation. */
const problemOf = (quote: string, { citation, faults }: Held): readonly MemoProblem[] =>
  faults.map((fault) => ({
    severity: fault.fault === 'differs' ? ('should' as const) : ('must' as const),
    kind: 'quote-not-verbatim' as const,
    passageId: citation.passageId,
    quote,
    fault,
  }));

const speakerProblem = (quote: string, held: Held, sources: SourceTree): readonly MemoProblem[] => {
  const { citation, cited, faults } = held;
  const passage = cited.passages.find(({ id }) => id === citation.passageId);
  const source = printedSourceOf(cited);
  const isThere = faults.every(({ fault }) => quoteFaultTable[fault].canBeOverruled);
  if (passage === undefined || source === null || !isThere) return [];
  const speaker = otherSpeakerOf({ cited, source, sources }, passage, quote);
  if (speaker === null) return [];
  return [{ severity: 'should', kind: 'quote-of-another-speaker', passageId: passage.id, quote, speaker }];
};

/** Of all citations that hold it equally well, one of its speaker's. */
const speakerProblems = (
  quote: string,
  held: readonly Held[],
  sources: SourceTree,
): readonly MemoProblem[] => {
  const least = weigh(lightest(held)?.faults ?? []);
  const found = held
    .filter(({ faults }) => weigh(faults) === least)
    .map((one) => speakerProblem(quote, one, sources));
  return found.every(({ length }) => length > 0) ? (found[0] ?? []) : [];
};

function* checkQuote(
  typed: TypedQuote,
  material: MemoMaterial,
  sources: SourceTree,
): Steps<readonly MemoProblem[]> {
  const { quote, citations } = typed;
  if (citations.length === 0) return [{ severity: 'should', kind: 'quoted-not-cited', quote }];
  const held = yield* holdAgainst(typed, material);
  const best = lightest(held);
  if (best === undefined) return [];
  yield;
  return [...problemOf(quote, best), ...speakerProblems(quote, held, sources)];
}

/**
 * Typed quotations that no article cited in their paragraph says so, that are said by another speaker than the one who
 * is cited, or beside which nothing is cited.
 */
export function* checkTypedQuotes(memo: Memo, material: MemoMaterial): Steps<readonly MemoProblem[]> {
  const sources = indexSources(material.sources);
  const problems: MemoProblem[] = [];
  for (const typed of listProse(memo.content).flatMap(typedQuotesIn))
    problems.push(...(yield* checkQuote(typed, material, sources)));
  return problems;
}
