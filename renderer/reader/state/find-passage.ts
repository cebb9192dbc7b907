/** Finds passages: by the caret, by a range, by text order. Passages come from createPlacer. */
import type { PassageId } from '#domain/ids.ts';
import { isOverlapping, type TextRange } from '#domain/text/selector.ts';
import type { PlacedPassage } from './place-passages.ts';

const holds =
  (offset: number) =>
  ({ ranges }: PlacedPassage): boolean =>
    ranges.some(({ start, end }) => start <= offset && offset < end);

/** The number of characters of a passage, all its parts together. */
export const lengthOf = ({ ranges }: PlacedPassage): number =>
  ranges.reduce((length, { start, end }) => length + end - start, 0);

/** The passages over `offset`, the shortest first: a nested one before the one around it. */
export const passagesAt = (placed: readonly PlacedPassage[], offset: number): readonly PlacedPassage[] =>
  placed.filter(holds(offset)).sort((a, b) => lengthOf(a) - lengthOf(b));

/** The passage for a click at `offset`: the shortest; null if there is none. */
export const passageAtOffset = (placed: readonly PlacedPassage[], offset: number): PlacedPassage | null =>
  passagesAt(placed, offset)[0] ?? null;

/** One of the passages at a place, by its rank from the shortest on, counted from 1. */
export type Turn = { readonly placed: PlacedPassage; readonly turn: number; readonly of: number };

const takeTurn = (here: readonly PlacedPassage[], index: number): Turn | null => {
  const placed = here[index];
  return placed === undefined ? null : { placed, turn: index + 1, of: here.length };
};

/** The rank of the passage `id` at a place; null if it is not there. */
export const turnAt = (placed: readonly PlacedPassage[], offset: number, id: PassageId): Turn | null => {
  const here = passagesAt(placed, offset);
  return takeTurn(
    here,
    here.findIndex(({ passage }) => passage.id === id),
  );
};

/** The passage after `currentId` among those at one place, from the shortest to the longest, wrapping around. */
export const nextOverlapping = (
  placed: readonly PlacedPassage[],
  offset: number,
  currentId: PassageId | null,
): Turn | null => {
  const here = passagesAt(placed, offset);
  const at = here.findIndex(({ passage }) => passage.id === currentId);
  return takeTurn(here, (at + 1) % Math.max(1, here.length));
};

/** The next or previous passage in the text, from the current one, else from the caret; null at the end. */
export const neighbour = (
  placed: readonly PlacedPassage[],
  direction: 1 | -1,
  currentId: PassageId | null,
  caret: number,
): PlacedPassage | null => {
  const at = placed.findIndex(({ passage }) => passage.id === currentId);
  if (at !== -1) return placed[at + direction] ?? null;
  return direction === 1
    ? (placed.find(({ start }) => start >= caret) ?? null)
    : (placed.findLast(({ start, end }) => end <= caret && start >= 0) ?? null);
};

const isSame = (a: TextRange, b: TextRange | undefined): boolean => a.start === b?.start && a.end === b.end;
const holdsAll = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The passage with exactly these ranges, in text order; null if there is none. */
export const passageOfRanges = (
  placed: readonly PlacedPassage[],
  wanted: readonly TextRange[],
): PlacedPassage | null =>
  placed.find(
    ({ ranges }) =>
      ranges.length === wanted.length && wanted.every((range, index) => isSame(range, ranges[index])),
  ) ?? null;

/**
 * The passage that an act applies to: the selected one, else one with exactly the selected ranges. Of several on the
 * same words it is the selected one.
 */
export const passageAtHand = (
  placed: readonly PlacedPassage[],
  selectedId: PassageId | null,
  ranges: readonly TextRange[],
): PlacedPassage | null => {
  if (selectedId !== null) return placed.find(({ passage }) => passage.id === selectedId) ?? null;
  return ranges.length === 0 ? null : passageOfRanges(placed, ranges);
};

/** How ranges relate to existing passages, for a sentence: "inside another", "over another"; null for neither. */
export const relationToOthers = (
  placed: readonly PlacedPassage[],
  own: readonly TextRange[],
): 'inside' | 'around' | 'over' | null => {
  const touching = placed
    .flatMap(({ ranges }) => ranges)
    .filter((range) => own.some((each) => isOverlapping(each, range)));
  if (touching.length === 0) return null;
  if (own.every((each) => touching.some((range) => holdsAll(range, each)))) return 'inside';
  return touching.every((range) => own.some((each) => holdsAll(each, range))) ? 'around' : 'over';
};
