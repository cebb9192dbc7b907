/** A reading cursor that moves by words, sentences and paragraphs, and selects by them. */
import { paragraphIndexAt, type ReadingText, type ReadingUnit, unitsOf } from './reading-text.ts';

/** Where a selection began and where it is being moved; a caret where both are one. UTF-16. */
export type ReadingCursor = { readonly anchor: number; readonly head: number };

export type CursorStep = {
  readonly unit: ReadingUnit;
  readonly direction: 1 | -1;
  /** Moves the head alone, so that the selection grows or shrinks. */
  readonly extends: boolean;
};

type Edge = 'start' | 'end';

/** The nearest edge of a unit strictly beyond `from`, over paragraphs that have none; null at the end of the text. */
const edgeBeyond = (
  reading: ReadingText,
  { unit, direction }: CursorStep,
  edge: Edge,
  from: number,
): number | null => {
  const isBeyond = (at: number): boolean => (direction === 1 ? at > from : at < from);
  let index = paragraphIndexAt(reading, from);
  for (
    let paragraph = reading.paragraphs[index];
    paragraph !== undefined;
    paragraph = reading.paragraphs[index]
  ) {
    const edges = unitsOf(reading, paragraph, unit).map((range) => range[edge]);
    const found = direction === 1 ? edges.find(isBeyond) : edges.findLast(isBeyond);
    if (found !== undefined) return found;
    index += direction;
  }
  return null;
};

/** Away from the anchor the head takes whole units in; back to it, it leaves them whole, and stops at the anchor. */
const extend = (reading: ReadingText, { anchor, head }: ReadingCursor, step: CursorStep): ReadingCursor => {
  const { direction } = step;
  const isShrinking = direction === 1 ? head < anchor : head > anchor;
  const isForwardSelection = isShrinking ? direction === -1 : direction === 1;
  const found = edgeBeyond(reading, step, isForwardSelection ? 'end' : 'start', head);
  if (!isShrinking) return { anchor, head: found ?? head };
  const limited = direction === 1 ? Math.min(found ?? anchor, anchor) : Math.max(found ?? anchor, anchor);
  return { anchor, head: limited };
};

/** To the beginning of the next unit, or of this one and then the one before; at the end of the text to its end. */
const move = (reading: ReadingText, { anchor, head }: ReadingCursor, step: CursorStep): ReadingCursor => {
  const isCaret = anchor === head;
  // From a selection: on to what follows it, back to where it begins.
  const from = step.direction === 1 ? Math.max(anchor, head) - (isCaret ? 0 : 1) : Math.min(anchor, head);
  const start = isCaret || step.direction === 1 ? edgeBeyond(reading, step, 'start', from) : from;
  const end = edgeBeyond(reading, step, 'end', from);
  const to = start ?? (step.direction === 1 ? (end ?? from) : from);
  return { anchor: to, head: to };
};

/** The cursor after a step. Every step stays within the text; at its ends the cursor stays where it is. */
export const moveCursor = (reading: ReadingText, cursor: ReadingCursor, step: CursorStep): ReadingCursor =>
  step.extends ? extend(reading, cursor, step) : move(reading, cursor, step);
