import { type AnchorState, anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { anchorExactly } from '#domain/passage/anchor/anchor-selector.ts';
import { isOutOfText, needsLook } from '#domain/passage/carried.ts';
import { type Passage, regionOf } from '#domain/passage/passage.ts';
import { isOfPage, textSelectorOf } from '#domain/passage/region/region-selector.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { TextIndex } from '#domain/text/text-index.ts';

/** A passage with its place in the text. */
export type PlacedPassage = {
  readonly passage: Passage;
  readonly state: AnchorState;
  /** In the order of its selectors; empty if it is unplaced or ambiguous, or a region of a page: see besideOf. */
  readonly ranges: readonly TextRange[];
  /** Where it begins, or what it is beside; -1 if it is not in the text. */
  readonly start: number;
  readonly end: number;
};

/** Carried words that are not in this text are not searched for: a part found by chance is not a part. */
const anchorOf = (index: TextIndex, passage: Passage): Pick<PlacedPassage, 'state' | 'ranges'> => {
  if (isOutOfText(passage)) {
    return { state: passage.carriedFrom?.state === 'ambiguous' ? 'ambiguous' : 'orphaned', ranges: [] };
  }
  const { state, ranges } = anchorPassage(index, passage.selectors);
  return { state: state === 'anchored' && needsLook(passage) ? 'moved' : state, ranges };
};

/** The text beside a region of a page; null for any other passage, and for one that is not in this text. */
const besideOf = (index: TextIndex, passage: Passage): TextRange | null => {
  const region = regionOf(passage);
  if (region === null || !isOfPage(region) || isOutOfText(passage)) return null;
  const anchor = anchorExactly(index, textSelectorOf(region));
  return 'range' in anchor ? anchor.range : null;
};

const placePassage = (index: TextIndex, passage: Passage): PlacedPassage => {
  const beside = besideOf(index, passage);
  const { state, ranges } = anchorOf(index, passage);
  if (beside !== null) return { passage, state, ranges, start: beside.start, end: beside.start };
  return {
    passage,
    state,
    ranges,
    start: ranges.length === 0 ? -1 : Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(-1, ...ranges.map(({ end }) => end)),
  };
};

const inOrder = (a: PlacedPassage, b: PlacedPassage): number =>
  a.start - b.start || b.end - a.end || a.passage.id.localeCompare(b.passage.id);

/**
 * Places the passages of one text, in its order; those not in it come first. A passage that was placed before is not
 * searched for again.
 */
export const createPlacer = (
  index: TextIndex,
): ((passages: readonly Passage[]) => readonly PlacedPassage[]) => {
  const known = new WeakMap<Passage, PlacedPassage>();
  return (passages) =>
    passages
      .map((passage) => {
        const placed = known.get(passage) ?? placePassage(index, passage);
        known.set(passage, placed);
        return placed;
      })
      .sort(inOrder);
};
