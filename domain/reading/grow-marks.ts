import type { TextRange } from '../text/selector.ts';
import { paragraphIndexAt, type ReadingText, unitsOf } from './reading-text.ts';

/** How much around what was found is meant. */
export const markUnits = ['words', 'sentence', 'paragraph'] as const;
export type MarkUnit = (typeof markUnits)[number];

const grow = (reading: ReadingText, mark: TextRange, unit: Exclude<MarkUnit, 'words'>): TextRange => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, mark.start)];
  const units = paragraph === undefined ? [] : unitsOf(reading, paragraph, unit);
  const touched = units.filter(({ start, end }) => start < mark.end && mark.start < end);
  const [first = mark] = touched;
  return { start: Math.min(first.start, mark.start), end: Math.max(touched.at(-1)?.end ?? 0, mark.end) };
};

/**
 * Each of `marks`, which are in order, as it is, or extended to its sentences or its paragraph; without
 * duplicates.
 */
export const growMarks = (
  reading: ReadingText,
  marks: readonly TextRange[],
  unit: MarkUnit,
): readonly TextRange[] => {
  if (unit === 'words') return marks;
  const grown: TextRange[] = [];
  for (const mark of marks) {
    const range = grow(reading, mark, unit);
    const before = grown.at(-1);
    if (before === undefined || range.start >= before.end) grown.push(range);
    else grown[grown.length - 1] = { start: before.start, end: Math.max(before.end, range.end) };
  }
  return grown;
};
