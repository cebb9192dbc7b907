/**
 * Finds the text of a selector again, in three stages: at its position, compared with the quote character by
 * character; then the exact quote anywhere in the text, judged by its context; then near matches. Nothing is
 * guessed: a quote counts only where its edges are the same as before, several equally good places are ambiguous,
 * and a short quote counts only where its context agrees (a quote such as "the firms" occurs in every text;
 * accepted without its context it would be a highlight that moved silently). Near matches are shown to the analyst
 * and never accepted.
 */

import { isOverlapping, type Selector, type TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { type Difference, differenceOf, withItsMarks } from '../compare-words.ts';
import { foldedTypography } from '../folded-typography.ts';
import { findApproximate, MIN_NEAR_LENGTH } from '../near/approximate-matching.ts';
import { exactPlaces } from '../near/exact-places.ts';
import { type Edges, edgesOfSelector, hasEdges, toTokenEdges } from '../passage-edges.ts';

/**
 * A place where a quote may be: its UTF-16 range, how well quote and context agree, 0 to 1, and how its words
 * differ from the quote.
 */
export type Candidate = {
  readonly range: TextRange;
  readonly score: number;
  readonly difference: Difference;
};

/** What became of a selector on a given text. */
export type Anchor =
  | { readonly state: 'anchored'; readonly range: TextRange }
  /** Found elsewhere, beyond doubt. */
  | { readonly state: 'moved'; readonly range: TextRange; readonly score: number }
  /** Several places fit alike; the analyst decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** Not found, or only where it can't be trusted; the candidates are shown, never taken. */
  | { readonly state: 'orphaned'; readonly candidates: readonly Candidate[] };

/** A quote of at least this many UTF-16 units that occurs exactly once is accepted without context. */
export const SELF_EVIDENT_LENGTH = 48;
/** A shorter quote must have at least this share of its context around it. */
const MIN_CONTEXT = 0.5;
/** With less context than this a short quote is not even a candidate. */
const MIN_CANDIDATE_CONTEXT = 0.25;
/** Of two places the better is beyond doubt when all its context agrees, or so much more of it. */
const MIN_LEAD = 0.1;
/** What makes a score: the characters of the quote that stayed, and those of its context. */
const WEIGHTS = { quote: 0.75, context: 0.25 };
/** The similarity of a place that differs from the quote in typography only: below identical, above changed words. */
export const TYPOGRAPHY_SIMILARITY = 0.995;
/** Candidates shown at most: one for each digit. */
export const MAX_CANDIDATES = 9;

/** A place, judged: the shares of the quote and of its context that agree. */
type Judged = {
  readonly range: TextRange;
  readonly similarity: number;
  readonly context: number;
  readonly difference: Difference;
};

const commonPrefixLength = (a: string, b: string): number => {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[length] === b[length]) length += 1;
  return length;
};

const commonSuffixLength = (a: string, b: string): number => {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
};

/** The share of the selector's context found around `range`, with typography folded; 1 where it has no context. */
export const contextAt = (text: string, { start, end }: TextRange, { quote }: Selector): number => {
  const prefix = foldedTypography(quote.prefix);
  const suffix = foldedTypography(quote.suffix);
  const total = prefix.length + suffix.length;
  if (total === 0) return 1;
  const before = foldedTypography(text.slice(Math.max(0, start - quote.prefix.length), start));
  const after = foldedTypography(text.slice(end, end + quote.suffix.length));
  return (commonSuffixLength(before, prefix) + commonPrefixLength(after, suffix)) / total;
};

/** How well a place fits of which `similarity` of the quote and `context` of its context agree, 0 to 1. */
export const scoreOf = ({ similarity, context }: Pick<Judged, 'similarity' | 'context'>): number =>
  WEIGHTS.quote * similarity + WEIGHTS.context * context;

/** The first of `candidates`, at most MAX_CANDIDATES, none over one that comes before it. */
export const keepApart = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const apart: Candidate[] = [];
  for (const candidate of candidates) {
    if (apart.length === MAX_CANDIDATES) break;
    if (!apart.some(({ range }) => isOverlapping(range, candidate.range))) apart.push(candidate);
  }
  return apart;
};

/** The best first, at most MAX_CANDIDATES, none over one that is better. */
const rankCandidates = (candidates: readonly Candidate[]): readonly Candidate[] =>
  keepApart(candidates.toSorted((a, b) => b.score - a.score || a.range.start - b.range.start));

const toCandidates = (judged: readonly Judged[]): readonly Candidate[] =>
  rankCandidates(
    judged.map((each) => ({ range: each.range, score: scoreOf(each), difference: each.difference })),
  );

const isTrustworthy = ({ context }: Judged, { exact }: Selector['quote']): boolean =>
  context >= MIN_CONTEXT || exact.length >= SELF_EVIDENT_LENGTH;

const atPosition = (index: TextIndex, selector: Selector, edges: () => Edges | null): Judged | null => {
  const { quote, position } = selector;
  if (position.end > index.codePointLength) return null;
  const range = { start: index.toUtf16(position.start), end: index.toUtf16(position.end) };
  if (index.text.slice(range.start, range.end) !== quote.exact) return null;
  const hasContext =
    index.text.startsWith(quote.suffix, range.end) &&
    index.text.slice(Math.max(0, range.start - quote.prefix.length), range.start) === quote.prefix;
  if (hasContext) return { range, similarity: 1, context: 1, difference: 'none' };
  if (!hasEdges(index.text, range, edges())) return null;
  return { range, similarity: 1, context: contextAt(index.text, range, selector), difference: 'none' };
};

/** Places of the exact characters: those with the edges of the selector, and those where a token was cut by them. */
const judgePlaces = (index: TextIndex, selector: Selector, edges: Edges | null) => {
  const { exact } = selector.quote;
  const same: Judged[] = [];
  const cut: Judged[] = [];
  for (const start of exactPlaces(index, exact)) {
    const range = { start, end: start + exact.length };
    const context = contextAt(index.text, range, selector);
    if (hasEdges(index.text, range, edges)) same.push({ range, similarity: 1, context, difference: 'none' });
    else cut.push(wholeTokens(index.text, range, context));
  }
  return { same: same.sort((a, b) => b.context - a.context || a.range.start - b.range.start), cut };
};

const wholeTokens = (text: string, range: TextRange, context: number): Judged => {
  const whole = toTokenEdges(text, range);
  const added = whole.end - whole.start - (range.end - range.start);
  const similarity = 1 - Math.max(1, added) / (range.end - range.start + Math.max(1, added));
  return { range: whole, similarity, context, difference: added === 0 ? 'none' : 'words' };
};

const isBeyondDoubt = (best: Judged, second: Judged | undefined): boolean =>
  second === undefined ||
  (best.context === 1 && second.context < 1) ||
  best.context - second.context >= MIN_LEAD;

/**
 * The place with the same occurrence number, where this text has as many places as the one that the selector was
 * made on.
 */
const byNumber = ({ occurrence }: Selector, best: Judged, places: readonly Judged[]): Judged | undefined => {
  if (occurrence === null || occurrence.of !== places.length) return undefined;
  const inOrder = places.toSorted((a, b) => a.range.start - b.range.start);
  const counted = inOrder[occurrence.number - 1];
  return counted !== undefined && counted.context === best.context ? counted : undefined;
};

/** A place that resembles a short quote and has different surroundings is a chance resemblance. */
const worthShowing = (places: readonly Judged[], { exact }: Selector['quote']): readonly Judged[] =>
  places.filter(({ context }) => exact.length >= MIN_NEAR_LENGTH || context >= MIN_CANDIDATE_CONTEXT);

/**
 * The first two stages, which alone decide where a selector is. Linear in the text only when the position fails.
 * The candidates of an orphan are then the exact places that cannot be trusted.
 */
export const anchorExactly = (index: TextIndex, selector: Selector): Anchor => {
  const { quote } = selector;
  const there = atPosition(index, selector, () => edgesOfSelector(selector));
  if (there !== null && isTrustworthy(there, quote)) return { state: 'anchored', range: there.range };
  const { same, cut } = judgePlaces(index, selector, edgesOfSelector(selector));
  const [best, second] = same;
  if (best === undefined || !isTrustworthy(best, quote)) {
    return { state: 'orphaned', candidates: toCandidates([...same, ...worthShowing(cut, quote)]) };
  }
  const found = isBeyondDoubt(best, second) ? best : byNumber(selector, best, same);
  return found === undefined
    ? { state: 'ambiguous', candidates: toCandidates(same) }
    : { state: 'moved', range: found.range, score: scoreOf(found) };
};

/** Places that resemble the quote: but for their typography, or in most of their words. */
const judgeNear = (index: TextIndex, selector: Selector): readonly Judged[] => {
  const { exact } = selector.quote;
  const near = findApproximate(index, exact).map((match): Judged => {
    const range = withItsMarks(index.text, match.range, exact);
    const difference = differenceOf(exact, index.text.slice(range.start, range.end));
    return {
      range,
      similarity: difference === 'typography' ? TYPOGRAPHY_SIMILARITY : match.similarity,
      context: contextAt(index.text, range, selector),
      difference,
    };
  });
  return worthShowing(near, selector.quote);
};

/**
 * What became of `selector` on the indexed text, all three stages: an orphan comes with everything that resembles
 * its quote, scored. Pure; bounded by the length of the text (see findApproximate).
 */
export const anchorSelector = (index: TextIndex, selector: Selector): Anchor => {
  const anchor = anchorExactly(index, selector);
  if (anchor.state !== 'orphaned') return anchor;
  const candidates = [...anchor.candidates, ...toCandidates(judgeNear(index, selector))];
  return { state: 'orphaned', candidates: rankCandidates(candidates) };
};

/** All places that the selector may have in the indexed text, from any stage; the best first. */
export const selectorCandidates = (index: TextIndex, selector: Selector): readonly Candidate[] => {
  const { same, cut } = judgePlaces(index, selector, edgesOfSelector(selector));
  const exact = [...same, ...worthShowing(cut, selector.quote)];
  return rankCandidates([...toCandidates(exact), ...toCandidates(judgeNear(index, selector))]);
};
