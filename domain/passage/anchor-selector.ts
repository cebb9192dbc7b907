/**
 * Finds the text of a selector again: first at its position, checked against the quote to the character; then the
 * exact quote wherever it stands, judged by its context. Nothing is guessed: several places that fit equally are
 * ambiguous, and a short quote counts only where its context agrees. (A short quote such as "the firms" stands
 * somewhere in every text; a match without its context would be a highlight that moved silently.)
 */
import type { Selector, TextRange } from './selector.ts';
import type { TextIndex } from './text-index.ts';

/** A place where a quote may stand: UTF-16 range, and the share of its context that agrees, 0 to 1. */
export type Candidate = { readonly range: TextRange; readonly score: number };

/** What became of a selector on a given text. */
export type Anchor =
  | { readonly state: 'anchored'; readonly range: TextRange }
  /** Found elsewhere, beyond doubt. */
  | { readonly state: 'moved'; readonly range: TextRange; readonly score: number }
  /** Several places fit equally; the analyst decides. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly Candidate[] }
  /** Not found, or only where it can't be trusted; the candidates are shown, never taken. */
  | { readonly state: 'orphaned'; readonly candidates: readonly Candidate[] };

/** A quote of at least this many UTF-16 units that stands just once is taken without context. */
const SELF_EVIDENT_LENGTH = 48;
/** A shorter quote must have at least this share of its context around it. */
const MIN_CONTEXT_SCORE = 0.5;
/** Places compared at most: a quote that stands more often is ambiguous anyway. */
const MAX_CANDIDATES = 200;

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

const contextScore = (
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

const rangeAtPosition = (index: TextIndex, { quote, position }: Selector): TextRange | null => {
  if (position.end > index.codePointLength) return null;
  const range = { start: index.toUtf16(position.start), end: index.toUtf16(position.end) };
  return index.text.slice(range.start, range.end) === quote.exact ? range : null;
};

const exactMatches = (text: string, { quote }: Selector): readonly Candidate[] => {
  const found: Candidate[] = [];
  let start = text.indexOf(quote.exact);
  while (start !== -1 && found.length < MAX_CANDIDATES) {
    const range = { start, end: start + quote.exact.length };
    found.push({ range, score: contextScore(text, range, quote) });
    start = text.indexOf(quote.exact, start + 1);
  }
  return found.sort((a, b) => b.score - a.score || a.range.start - b.range.start);
};

const isTrustworthy = (candidate: Candidate, quoteLength: number): boolean =>
  candidate.score >= MIN_CONTEXT_SCORE || quoteLength >= SELF_EVIDENT_LENGTH;

/** What became of `selector` on the indexed text. Pure; linear in the text only when the position fails. */
export const anchorSelector = (index: TextIndex, selector: Selector): Anchor => {
  const range = rangeAtPosition(index, selector);
  if (range !== null) return { state: 'anchored', range };
  const candidates = exactMatches(index.text, selector);
  const [best, second] = candidates;
  if (best === undefined || !isTrustworthy(best, selector.quote.exact.length)) {
    return { state: 'orphaned', candidates };
  }
  if (second !== undefined && second.score === best.score) return { state: 'ambiguous', candidates };
  return { state: 'moved', range: best.range, score: best.score };
};
