import { type Anchor, anchorSelector, type Candidate, MAX_CANDIDATES } from './anchor-selector.ts';
import type { Selector, TextRange } from './selector.ts';
import type { TextIndex } from './text-index.ts';

/** A whole passage as it might stand in a text: one range for each part that has a place, in order. */
export type PassageCandidate = { readonly ranges: readonly TextRange[]; readonly score: number };

/** The places that one selector may have, the best first; where it was found there is no other. */
const placesOf = (anchor: Anchor): readonly Candidate[] => {
  switch (anchor.state) {
    case 'anchored':
      return [{ range: anchor.range, score: 1 }];
    case 'moved':
      return [{ range: anchor.range, score: anchor.score }];
    default:
      return anchor.candidates;
  }
};

type Part = { readonly length: number; readonly places: readonly Candidate[] };

/** The passage with the `rank`-th place of each part; a part with fewer places has its best. */
const combine = (parts: readonly Part[], rank: number): PassageCandidate => {
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  const chosen = parts.map(({ length, places }) => ({ length, place: places[rank] ?? places[0] }));
  return {
    ranges: chosen.flatMap(({ place }) => place?.range ?? []).sort((a, b) => a.start - b.start),
    // A part without a place counts as one that does not agree at all.
    score: chosen.reduce((sum, { length, place }) => sum + length * (place?.score ?? 0), 0) / total,
  };
};

const isPassage = ({ ranges }: PassageCandidate): boolean =>
  ranges.length > 0 && ranges.every(({ start }, part) => start >= (ranges[part - 1]?.end ?? 0));

/**
 * Where a passage that does not stand beyond doubt in the indexed text may stand, the best first, at most
 * MAX_CANDIDATES. The score of a passage of several parts is that of its parts, weighed by their length.
 */
export const passageCandidates = (
  index: TextIndex,
  selectors: readonly Selector[],
): readonly PassageCandidate[] => {
  const parts = selectors.map((selector) => ({
    length: selector.quote.exact.length,
    places: placesOf(anchorSelector(index, selector)),
  }));
  const ranks = Math.min(MAX_CANDIDATES, Math.max(...parts.map(({ places }) => places.length)));
  return Array.from({ length: ranks }, (_, rank) => combine(parts, rank))
    .filter(isPassage)
    .sort((a, b) => b.score - a.score);
};
