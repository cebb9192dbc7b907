import { describe, expect, it } from 'vitest';
import { pictureWords } from '#domain/article/draft/picture-words.ts';

describe('pictureWords', () => {
  it.each([
    ['its description', { alt: 'A ship', src: 'https://x.example/a.jpg' }, 'Picture: A ship'],
    [
      'the name of its file where it has none',
      { alt: '', src: 'https://x.example/2024/harbour%20gate.jpg?w=800' },
      'Picture without a description (harbour gate.jpg)',
    ],
    [
      'a name that is not encoded well',
      { alt: '', src: 'https://x.example/50%.jpg' },
      'Picture without a description (50%.jpg)',
    ],
    [
      'no name where its address has none',
      { alt: '', src: 'https://x.example/' },
      'Picture without a description',
    ],
    ['no name where it has no address', { alt: '', src: '' }, 'Picture without a description'],
  ])('tells %s', (_, picture, words) => expect(pictureWords(picture)).toBe(words));
});
