import { searchWords } from './search-words.ts';

/** Whether every one of `words` (see queryWords) is the beginning of a word of one of `texts`. For short texts. */
export const matchesWords = (words: readonly string[], texts: readonly string[]): boolean => {
  const found = texts.flatMap((text) => [...searchWords(text)]);
  return words.every((word) => found.some((candidate) => candidate.startsWith(word)));
};
