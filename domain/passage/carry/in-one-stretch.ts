import type { TextRange } from '../../text/selector.ts';

/** What may come between two parts of an interrupted quotation besides what stood there: a sentence, put in. */
const ROOM = 240;

const gapAfter = (part: TextRange, next: TextRange): number => next.start - part.end;

/** Whether `next` follows `part` in a new text as it did in the old one: after it, and about as near. */
export const followsInStretch = (
  [part, next]: readonly [TextRange, TextRange],
  [oldPart, oldNext]: readonly [TextRange, TextRange],
): boolean => {
  const gap = gapAfter(part, next);
  return gap >= 0 && gap <= 2 * Math.max(0, gapAfter(oldPart, oldNext)) + ROOM;
};

/** Whether the parts of a passage stand in their order and within one stretch of the text, as those of `old` do. */
export const areInOneStretch = (parts: readonly TextRange[], old: readonly TextRange[]): boolean =>
  parts.every((part, at) => {
    const [next, oldPart, oldNext] = [parts[at + 1], old[at], old[at + 1]];
    if (next === undefined || oldPart === undefined || oldNext === undefined) return true;
    return followsInStretch([part, next], [oldPart, oldNext]);
  });
