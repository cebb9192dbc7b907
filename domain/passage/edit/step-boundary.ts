/** How hands move a boundary of a passage: by steps of the reading cursor, or by pointing at a place. */

import { moveCursor } from '../../reading/move-cursor.ts';
import { paragraphIndexAt, type ReadingText, type ReadingUnit, unitsOf } from '../../reading/reading-text.ts';
import { nextGrapheme, previousGrapheme, snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';
import { type Boundary, moveBoundary, offsetOf, roomOf } from './move-boundary.ts';

export type BoundaryUnit = 'character' | ReadingUnit;
export type BoundaryStep = { readonly unit: BoundaryUnit; readonly direction: 1 | -1 };

/**
 * Steps to the next character. The break between two paragraphs is not a character of its own, since no range
 * begins or ends with it.
 */
const characterBeyond = (
  text: string,
  from: number,
  { end, direction }: { readonly end: Boundary['end']; readonly direction: 1 | -1 },
): number => {
  const beyond = direction === 1 ? nextGrapheme : previousGrapheme;
  const isBreak = (at: number): boolean => text[end === 'end' ? at - 1 : at] === '\n';
  let at = beyond(text, from);
  while (isBreak(at) && at !== beyond(text, at)) at = beyond(text, at);
  return at;
};

const placeBeyond = (reading: ReadingText, range: TextRange, end: Boundary['end'], step: BoundaryStep) => {
  const { unit, direction } = step;
  if (unit === 'character') return characterBeyond(reading.text, range[end], { end, direction });
  const cursor = { anchor: end === 'start' ? range.end : range.start, head: range[end] };
  return moveCursor(reading, cursor, { unit, direction, extends: true }).head;
};

/**
 * The ranges after one step of `boundary`: an end moves to ends of words, sentences or paragraphs, a start to
 * their starts. Where the step would leave the range empty, or touch another, nothing moves: the same array is
 * returned.
 */
export const stepBoundary = (
  reading: ReadingText,
  ranges: readonly TextRange[],
  boundary: Boundary,
  step: BoundaryStep,
): readonly TextRange[] => {
  const range = ranges[boundary.part];
  if (range === undefined) return ranges;
  return moveBoundary(reading.text, ranges, boundary, placeBeyond(reading, range, boundary.end, step));
};

/** Where a boundary that is pulled with the mouse may come to rest: at words, and at what ends or opens a sentence. */
const restsNear = (reading: ReadingText, at: number, end: Boundary['end']): readonly number[] => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, at)];
  if (paragraph === undefined) return [];
  const units = (['word', 'sentence'] as const).flatMap((unit) => unitsOf(reading, paragraph, unit));
  return units.map((range) => range[end]);
};

const nearest = (places: readonly number[], at: number): number | null =>
  places.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - at) < Math.abs(best - at) ? place : best),
    null,
  );

/**
 * The ranges with `boundary` pulled to `at` (UTF-16): to the nearest edge of a word, or of a sentence with its marks;
 * to the very character where `isExact`. Pulled too far it stays at the last place that it may have.
 */
export const pullBoundary = (
  reading: ReadingText,
  ranges: readonly TextRange[],
  boundary: Boundary,
  { at, isExact }: { readonly at: number; readonly isExact: boolean },
): readonly TextRange[] => {
  const { text } = reading;
  const { first, last } = roomOf(text, ranges, boundary);
  const wanted = Math.max(first, Math.min(last, at));
  const places = isExact
    ? [snapToGraphemes(text, { start: wanted, end: wanted })[boundary.end]]
    : [...restsNear(reading, wanted, boundary.end), offsetOf(ranges, boundary)];
  const place = nearest(
    places.filter((each) => first <= each && each <= last),
    wanted,
  );
  return place === null ? ranges : moveBoundary(text, ranges, boundary, place);
};
