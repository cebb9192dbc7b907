import { hasRightToLeftLetter } from '../../text/right-to-left.ts';
import { middleOf, type PageBox, type PlacedLetter } from './printed-piece.ts';

/** A vertical distance counts this many times a horizontal one: a pointer beside a line refers to that line. */
const LINE_WEIGHT = 40;

export type PagePoint = { readonly x: number; readonly y: number };

/** Where a pointer is in the text that a page shows. */
export type PointedAt = {
  /** The boundary between two letters that is nearest. */
  readonly boundary: number;
  /** The letter that is pointed at, or the nearest. */
  readonly letter: number;
  /** Whether the pointer is on the letter itself. */
  readonly isOn: boolean;
};

const beyond = (at: number, from: number, to: number): number => Math.max(from - at, 0, at - to);

const distanceTo = ({ left, top, right, bottom }: PageBox, { x, y }: PagePoint): number =>
  beyond(x, left, right) + LINE_WEIGHT * beyond(y, top, bottom);

/** The part of the canonical `text` at a point of a page; null where none of it is printed there. */
export const offsetAt = (
  letters: readonly PlacedLetter[],
  point: PagePoint,
  text: string,
): PointedAt | null => {
  let nearest: PlacedLetter | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const letter of letters) {
    const distance = distanceTo(letter.box, point);
    if (distance < least) [nearest, least] = [letter, distance];
    if (distance === 0) break;
  }
  if (nearest === null) return null;
  const isLeft = point.x < middleOf(nearest.box).x;
  const isBefore = hasRightToLeftLetter(text.slice(nearest.start, nearest.end)) ? !isLeft : isLeft;
  return {
    boundary: isBefore ? nearest.start : nearest.end,
    letter: nearest.start,
    isOn: least === 0,
  };
};
