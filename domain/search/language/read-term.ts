import { wordRuns } from '../search-words.ts';
import type { SearchTerm } from './search-node.ts';

/** The words of a typed word or phrase; null where it holds no letter and no digit. */
export const readTerm = (text: string, isPrefix: boolean): SearchTerm | null => {
  const words = wordRuns(text);
  return words.length === 0 ? null : { words, isPrefix };
};
