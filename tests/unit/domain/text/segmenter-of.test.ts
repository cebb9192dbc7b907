import { describe, expect, it } from 'vitest';
import { segmenterOf } from '#domain/text/segmenter-of.ts';

describe('the segmenter of a language', () => {
  it.each([null, 'und', 'en', 'de-AT', 'en_US', 'English (UK)', 'x', '', 'i-klingon'])(
    'is there for %s',
    (language) => {
      const words = [...segmenterOf(language, 'word').segment('one two')];
      expect(words.filter(({ isWordLike }) => isWordLike === true)).toHaveLength(2);
    },
  );

  it('is made once', () => {
    expect(segmenterOf('en', 'word')).toBe(segmenterOf('en', 'word'));
    expect(segmenterOf('en', 'word')).not.toBe(segmenterOf('en', 'sentence'));
  });
});
