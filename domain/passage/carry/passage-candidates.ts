import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { type Candidate, MAX_CANDIDATES } from '../anchor/anchor-selector.ts';
import { followsInStretch } from './in-one-stretch.ts';
import { hasPartCandidate, partCandidates, placesOfSelector } from './part-candidates.ts';
import { ownRanges } from './place-passage.ts';
import type { VersionPair } from './version-pair.ts';

/** A whole passage as it might stand in a text: one range for each part that has a place, in order. */
export type PassageCandidate = {
  readonly ranges: readonly TextRange[];
  readonly score: number;
  /** What sets its words apart from those of the passage. */
  readonly difference: Candidate['difference'];
};

type Part = {
  readonly length: number;
  /** Where it stood: in the old text, or where that is not there, as the selector has it. */
  readonly stood: TextRange;
  readonly places: readonly Candidate[];
};

/** The best place of each part that keeps the order of `chosen` and its stretch, added to it, going one way. */
const addParts = (
  chosen: readonly (Candidate | null)[],
  parts: readonly Part[],
  order: readonly number[],
): readonly (Candidate | null)[] =>
  order.reduce<readonly (Candidate | null)[]>((so, number) => {
    const fits = (candidate: Candidate): boolean =>
      so.every((other, at) => {
        const [own, its] = [parts[number], parts[at]];
        if (other === null || own === undefined || its === undefined) return true;
        return at < number
          ? followsInStretch([other.range, candidate.range], [its.stood, own.stood])
          : followsInStretch([candidate.range, other.range], [own.stood, its.stood]);
      });
    return so.with(number, parts[number]?.places.find(fits) ?? null);
  }, chosen);

const worst = (differences: readonly Candidate['difference'][]): Candidate['difference'] =>
  (['words', 'typography'] as const).find((each) => differences.includes(each)) ?? 'none';

/** The passage with `place` for the part of that number, and for each other part the best that stands with it. */
const combine = (parts: readonly Part[], number: number, place: Candidate): PassageCandidate => {
  const others = parts.map((_, at) => at).filter((at) => at !== number);
  const alone = parts.map((_, at) => (at === number ? place : null));
  const chosen = addParts(alone, parts, others);
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  const isWhole = chosen.every((each) => each !== null);
  return {
    ranges: chosen.flatMap((each) => each?.range ?? []),
    // A part without a place counts as one that does not agree at all.
    score: parts.reduce((sum, { length }, at) => sum + length * (chosen[at]?.score ?? 0), 0) / total,
    difference: isWhole ? worst(chosen.flatMap((each) => each?.difference ?? [])) : 'words',
  };
};

const toPassages = (parts: readonly Part[]): readonly PassageCandidate[] => {
  const found = new Map<string, PassageCandidate>();
  for (const [number, { places }] of parts.entries()) {
    for (const place of places) {
      const passage = combine(parts, number, place);
      found.set(passage.ranges.map(({ start }) => start).join(), passage);
    }
  }
  // The places of a single part are in their order already, in which a score is not all that counts.
  const passages = [...found.values()];
  const ranked = parts.length === 1 ? passages : passages.toSorted((a, b) => b.score - a.score);
  return ranked.slice(0, MAX_CANDIDATES);
};

/**
 * Where a passage that does not stand beyond doubt in the indexed text may stand, the best first, at most
 * MAX_CANDIDATES: its parts in their order and within one stretch. The score of a passage of several parts is that of
 * its parts, weighed by their length.
 */
export const passageCandidates = (
  index: TextIndex,
  selectors: readonly Selector[],
): readonly PassageCandidate[] =>
  toPassages(
    selectors.map((selector) => ({
      length: selector.quote.exact.length,
      stood: selector.position,
      places: placesOfSelector(index, selector),
    })),
  );

/** The same in the new text of two versions, where the old one helps to find them. */
export const carriedCandidates = (
  pair: VersionPair,
  selectors: readonly Selector[],
): readonly PassageCandidate[] => {
  const ranges = ownRanges(pair.old, selectors);
  if (ranges === null) return passageCandidates(pair.fresh, selectors);
  return toPassages(
    selectors.flatMap((selector, part) => {
      const stood = ranges[part];
      if (stood === undefined) return [];
      return [{ length: selector.quote.exact.length, stood, places: partCandidates(pair, selector, stood) }];
    }),
  );
};

/** Whether there is any candidate for a passage of `ranges` of the old text: cheaper than to look for all of them. */
export const hasCarriedCandidate = (
  pair: VersionPair,
  selectors: readonly Selector[],
  ranges: readonly TextRange[],
): boolean =>
  selectors.some((selector, part) => {
    const stood = ranges[part];
    return stood !== undefined && hasPartCandidate(pair, selector, stood);
  });
