/**
 * Moves the boundaries of a passage one at a time. Its ranges keep their order: each boundary stays between its
 * neighbours, so that no range is ever empty, none cuts a character, and two never touch. The text between two
 * ranges is what " … " replaces in the quote: two ranges that touched would show an omission where nothing is
 * omitted.
 */
import {
  isGraphemeBoundary,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
} from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';

/** One end of one of the ranges, which is counted from 0. */
export type Boundary = { readonly part: number; readonly end: 'start' | 'end' };

/** The offsets that a boundary may take: UTF-16, both included. */
export type BoundaryRoom = { readonly first: number; readonly last: number };

/** The boundaries of `ranges` in the order of the text. */
export const boundariesOf = (ranges: readonly TextRange[]): readonly Boundary[] =>
  ranges.flatMap((_, part) => [
    { part, end: 'start' as const },
    { part, end: 'end' as const },
  ]);

/** The boundary that follows `from`, round and round. */
export const nextBoundary = (ranges: readonly TextRange[], { part, end }: Boundary): Boundary =>
  end === 'start' ? { part, end: 'end' } : { part: (part + 1) % Math.max(1, ranges.length), end: 'start' };

/** The offset of the boundary; -1 where there is no such range. */
export const offsetOf = (ranges: readonly TextRange[], { part, end }: Boundary): number =>
  ranges[part]?.[end] ?? -1;

/**
 * The offsets that `boundary` of `ranges` (in the order of the text, not overlapping) may take: its own range
 * keeps at least one character, and at least one character remains between it and the next range.
 */
export const roomOf = (text: string, ranges: readonly TextRange[], boundary: Boundary): BoundaryRoom => {
  const { part, end } = boundary;
  const own = ranges[part] ?? { start: 0, end: text.length };
  if (end === 'start') {
    const before = ranges[part - 1];
    return {
      first: before === undefined ? 0 : Math.min(own.start, nextGrapheme(text, before.end)),
      last: Math.max(own.start, previousGrapheme(text, own.end)),
    };
  }
  const after = ranges[part + 1];
  return {
    first: Math.min(own.end, nextGrapheme(text, own.start)),
    last: after === undefined ? text.length : Math.max(own.end, previousGrapheme(text, after.start)),
  };
};

const isWithin = ({ first, last }: BoundaryRoom, at: number): boolean => first <= at && at <= last;

/**
 * Returns the ranges with `boundary` moved to `to` (UTF-16), or to the character boundary outside it where `to`
 * cuts a character. Where the boundary may not be there it does not move, and the same array is returned.
 */
export const moveBoundary = (
  text: string,
  ranges: readonly TextRange[],
  boundary: Boundary,
  to: number,
): readonly TextRange[] => {
  const { part, end } = boundary;
  const own = ranges[part];
  if (own === undefined || !isWithin(roomOf(text, ranges, boundary), to)) return ranges;
  const at = isGraphemeBoundary(text, to) ? to : snapToGraphemes(text, { start: to, end: to })[end];
  return at === own[end] ? ranges : ranges.with(part, { ...own, [end]: at });
};
