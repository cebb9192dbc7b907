import { type ReadingText, unitAt } from './reading-text.ts';

/**
 * The edge of a word that is nearest to `at` (UTF-16), where it stands within one; else `at` itself. A cut that is
 * pointed at with a mouse is meant between two words.
 */
export const wordEdgeNear = (reading: ReadingText, at: number): number => {
  const word = unitAt(reading, at, 'word');
  if (word === null || at >= word.end) return at;
  return at - word.start <= word.end - at ? word.start : word.end;
};
