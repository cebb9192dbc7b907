/**
 * Finds the text of a selector again, in three stages: at its position, checked against the quote to the character;
 * then the exact quote wherever it stands, judged by its context; then what resembles it. Nothing is guessed:
 * several places that fit alike are ambiguous, a short quote counts only where its context agrees (one such as "the
 * firms" stands somewhere in every text; without its context it would be a highlight that moved silently), and what
 * merely resembles the quote is shown to the analyst and never taken.
 */
import { findNear, MIN_NEAR_LENGTH } from './near/find-near.ts';
import type { Selector, TextRange } from './selector.ts';
import type { TextIndex } from './text-index.ts';

/** A place where a quote may stand: UTF-16 range, and how well quote and context agree, 0 to 1. */
export type Candidate = { readonly range: TextRange; readonly score: number };

/** What became of a selector on a given text. */
export type Anchor =
  | { readonly state: 'anchored'; readonly range: TextRange }
  /** Found elsewhere, beyond doubt. */
  | { readonly state: 'moved'; readonly range: TextRange; readonly score: number }
  /** Several places fit alike; the analyst decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** Not found, or only where it can't be trusted; the candidates are shown, never taken. */
  | { readonly state: 'orphaned'; readonly candidates: readonly Candidate[] };

/** A quote of at least this many UTF-16 units that stands just once is taken without context. */
const SELF_EVIDENT_LENGTH = 48;
/** A shorter quote must have at least this share of its context around it. */
const MIN_CONTEXT = 0.5;
/** With less context than this a short quote is not even a candidate. */
const MIN_CANDIDATE_CONTEXT = 0.25;
/** Of two places the better is beyond doubt when all its context agrees, or so much more of it. */
const MIN_LEAD = 0.1;
/** What makes a score: the characters of the quote that stayed, and those of its context. */
const WEIGHTS = { quote: 0.75, context: 0.25 };
/** Places compared at most: a quote that stands more often is ambiguous anyway. */
const MAX_PLACES = 200;
/** Candidates shown at most: one for each digit. */
export const MAX_CANDIDATES = 9;

/** A place, judged: the shares of the quote and of its context that agree. */
type Judged = { readonly range: TextRange; readonly similarity: number; readonly context: number };

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

const contextAt = (
  text: string,
  { start, end }: TextRange,
  { prefix, suffix }: Selector['quote'],
): number => {
  const total = prefix.length + suffix.length;
  if (total === 0) return 1;
  const before = commonSuffixLength(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const after = commonPrefixLength(text.slice(end, end + suffix.length), suffix);
  return (before + after) / total;
};

const scoreOf = ({ similarity, context }: Judged): number =>
  WEIGHTS.quote * similarity + WEIGHTS.context * context;

const toCandidates = (judged: readonly Judged[]): readonly Candidate[] =>
  judged
    .map((each) => ({ range: each.range, score: scoreOf(each) }))
    .sort((a, b) => b.score - a.score || a.range.start - b.range.start)
    .slice(0, MAX_CANDIDATES);

const isTrustworthy = ({ context }: Judged, { exact }: Selector['quote']): boolean =>
  context >= MIN_CONTEXT || exact.length >= SELF_EVIDENT_LENGTH;

const atPosition = (index: TextIndex, { quote, position }: Selector): Judged | null => {
  if (position.end > index.codePointLength) return null;
  const range = { start: index.toUtf16(position.start), end: index.toUtf16(position.end) };
  if (index.text.slice(range.start, range.end) !== quote.exact) return null;
  return { range, similarity: 1, context: contextAt(index.text, range, quote) };
};

const exactPlaces = (text: string, { quote }: Selector): readonly Judged[] => {
  const found: Judged[] = [];
  let start = text.indexOf(quote.exact);
  while (start !== -1 && found.length < MAX_PLACES) {
    const range = { start, end: start + quote.exact.length };
    found.push({ range, similarity: 1, context: contextAt(text, range, quote) });
    start = text.indexOf(quote.exact, start + 1);
  }
  return found.sort((a, b) => b.context - a.context || a.range.start - b.range.start);
};

const isBeyondDoubt = (best: Judged, second: Judged | undefined): boolean =>
  second === undefined ||
  (best.context === 1 && second.context < 1) ||
  best.context - second.context >= MIN_LEAD;

const isWorthShowing = ({ context }: Judged, { exact }: Selector['quote']): boolean =>
  exact.length >= MIN_NEAR_LENGTH || context >= MIN_CANDIDATE_CONTEXT;

/**
 * The first two stages, which alone decide where a selector stands. Linear in the text only when the position
 * fails. The candidates of an orphan are then the exact places that can't be trusted.
 */
export const anchorExactly = (index: TextIndex, selector: Selector): Anchor => {
  const { quote } = selector;
  const there = atPosition(index, selector);
  if (there !== null && isTrustworthy(there, quote)) return { state: 'anchored', range: there.range };
  const places = exactPlaces(index.text, selector);
  const [best, second] = places;
  if (best === undefined || !isTrustworthy(best, quote)) {
    return {
      state: 'orphaned',
      candidates: toCandidates(places.filter((place) => isWorthShowing(place, quote))),
    };
  }
  return isBeyondDoubt(best, second)
    ? { state: 'moved', range: best.range, score: scoreOf(best) }
    : { state: 'ambiguous', candidates: toCandidates(places) };
};

const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/**
 * What became of `selector` on the indexed text, all three stages: an orphan comes with everything that resembles
 * its quote, scored. Pure; bounded by the length of the text (see findNear).
 */
export const anchorSelector = (index: TextIndex, selector: Selector): Anchor => {
  const anchor = anchorExactly(index, selector);
  if (anchor.state !== 'orphaned') return anchor;
  const near = toCandidates(
    findNear(index, selector.quote.exact).map(({ range, similarity }) => ({
      range,
      similarity,
      context: contextAt(index.text, range, selector.quote),
    })),
  ).filter(({ range }) => !anchor.candidates.some((exact) => overlaps(exact.range, range)));
  const candidates = [...anchor.candidates, ...near].sort((a, b) => b.score - a.score);
  return { state: 'orphaned', candidates: candidates.slice(0, MAX_CANDIDATES) };
};
