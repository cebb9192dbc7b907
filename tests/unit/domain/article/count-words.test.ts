import { describe, expect, it } from 'vitest';
import { countWords } from '#domain/article/draft/count-words.ts';

describe('countWords', () => {
  it.each([
    ['', null, 0],
    ['“ — … ”', null, 0],
    ['China’s dual-use items cost $61 billion.', 'en', 7],
    ['one\ntwo\uFFFCthree', null, 3],
    ['Łódź i Kraków', 'pl', 3],
  ])('counts the words of %j', (text, language, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('counts the words of a script that has no spaces', () => {
    expect(countWords('中国外交部发言人表示', 'zh')).toBeGreaterThan(2);
  });
});
