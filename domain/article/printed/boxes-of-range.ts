import type { TextRange } from '../../text/selector.ts';
import { countWhile } from '../../text/sequences/count-while.ts';
import { around, type PageBox, type PlacedLetter } from './printed-piece.ts';

const heightOf = ({ top, bottom }: PageBox): number => bottom - top;

/** A letter continues a line where it is at the line's height and not left of its beginning. */
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
  for (let at = countWhile(letters, (letter) => letter.end <= start); at < letters.length; at += 1) {
    const letter = letters[at];
    if (letter === undefined || letter.start >= end) break;
    const line = lines.at(-1);
    if (line !== undefined && goesOn(line, letter.box)) lines[lines.length - 1] = around(line, letter.box);
    else lines.push(letter.box);
  }
  return lines;
};
