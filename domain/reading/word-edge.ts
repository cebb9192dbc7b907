import { type ReadingText, unitAt } from './reading-text.ts';

/**
 * The nearest word edge to `at` (UTF-16), where it is within a word; otherwise `at` itself. A cut made with a
 * mouse is meant between two words.
 */
export const wordEdgeNear = (reading: ReadingText, at: number): number => {
  const word = unitAt(reading, at, 'word');
  if (word === null || at >= word.end) return at;
  return at - word.start <= word.end - at ? word.start : word.end;
};
