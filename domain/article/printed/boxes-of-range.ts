import type { TextRange } from '../../text/selector.ts';
import { around, type PageBox, type PlacedLetter } from './printed-piece.ts';

/** The index of the first of `letters` that ends after `offset`. */
export const firstAfter = (letters: readonly PlacedLetter[], offset: number): number => {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((letters[middle]?.end ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

const heightOf = ({ top, bottom }: PageBox): number => bottom - top;

/** A letter goes on in a line where it stands on its level and not left of where it began. */
const goesOn = (line: PageBox, box: PageBox): boolean => {
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  return shared >= 0.4 * Math.min(heightOf(line), heightOf(box)) && box.right > line.left;
};

/** The boxes of the lines of a range on a page; none where nothing of it is printed there. */
export const boxesOfRange = (
  letters: readonly PlacedLetter[],
  { start, end }: TextRange,
): readonly PageBox[] => {
  const lines: PageBox[] = [];
  for (let at = firstAfter(letters, start); at < letters.length; at += 1) {
    const letter = letters[at];
    if (letter === undefined || letter.start >= end) break;
    const line = lines.at(-1);
    if (line !== undefined && goesOn(line, letter.box)) lines[lines.length - 1] = around(line, letter.box);
    else lines.push(letter.box);
  }
  return lines;
};
