import { segmenterOf } from '../../text/segmenter-of.ts';

/**
 * The number of words of `text`, by the word boundaries of Unicode (UAX 29) as the runtime knows them, so that
 * Chinese, Japanese and Thai are counted too. `language` is BCP 47; null takes the rules that hold everywhere.
 */
export const countWords = (text: string, language: string | null): number => {
  let words = 0;
  for (const { isWordLike } of segmenterOf(language, 'word').segment(text))
    if (isWordLike === true) words += 1;
  return words;
};
