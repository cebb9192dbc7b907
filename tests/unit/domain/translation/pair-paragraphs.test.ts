import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairParagraphs, splitPasted, textsOfPairing } from '#domain/translation/pair-paragraphs.ts';

const words = (count: number, seed: string): string =>
  Array.from({ length: count }, (_, at) => `${seed}${at}`.slice(0, 6)).join(' ');

/** A paragraph of a length, in two "languages" of which the second is a fifth longer. */
const paragraph = fc.record({
  length: fc.integer({ min: 4, max: 120 }),
  seed: fc.constantFrom('lorem', 'ipsum', 'dolor'),
});
const texts = fc.array(paragraph, { minLength: 1, maxLength: 30 });
const original = ({ length, seed }: { length: number; seed: string }): string => words(length, seed);
const translation = ({ length, seed }: { length: number; seed: string }): string =>
  words(Math.round(length * 1.2), seed);

describe('paragraphs and their translations', () => {
  it('are paired one by one where the counts agree', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { pairs, isEven } = pairParagraphs(list.map(original), list.map(translation));
        expect(isEven).toBe(true);
        expect(pairs.map(({ originals, translated }) => [originals, translated])).toEqual(
          list.map((_, at) => [[at], [at]]),
        );
      }),
    );
  });

  it('lose none and keep their order, whatever the counts', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const { pairs } = pairParagraphs(one.map(original), other.map(translation));
        expect(pairs.flatMap(({ originals }) => originals)).toEqual(one.map((_, at) => at));
        expect(pairs.flatMap(({ translated }) => translated)).toEqual(other.map((_, at) => at));
      }),
    );
  });

  it('are found again behind a paragraph that was left out, and around one that was split', () => {
    const list = [30, 110, 18, 75, 52, 140, 9, 64].map((length) => ({ length, seed: 'lorem' }));
    const left = list.map(translation).toSpliced(1, 1);
    const { pairs, isEven } = pairParagraphs(list.map(original), left);
    expect(isEven).toBe(false);
    expect(pairs.slice(0, 3)).toMatchObject([
      { originals: [0], translated: [0] },
      { originals: [1], translated: [] },
      { originals: [2], translated: [1] },
    ]);
    const [half, rest] = [words(90, 'dolor'), words(78, 'dolor')];
    const split = list.map(translation).toSpliced(5, 1, half, rest);
    const found = pairParagraphs(list.map(original), split);
    expect(found.pairs[5]).toMatchObject({ originals: [5], translated: [5, 6], isSure: false });
    expect(textsOfPairing(found, split)[5]).toEqual({ original: 5, text: `${half}\n${rest}` });
  });

  it('are doubted where the counts agree by chance alone', () => {
    const list = [30, 110, 18, 75, 52, 140, 9, 64].map((length) => ({ length, seed: 'lorem' }));
    // One was left out near the beginning, and one split near the end.
    const other = list
      .map(translation)
      .toSpliced(5, 1, words(90, 'dolor'), words(78, 'dolor'))
      .toSpliced(1, 1);
    expect(other).toHaveLength(list.length);
    const { pairs, isEven } = pairParagraphs(list.map(original), other);
    expect(isEven).toBe(false);
    expect(pairs.some(({ isSure }) => !isSure)).toBe(true);
  });
});

describe('a text that was pasted', () => {
  it('is parted by its empty lines, or by all lines where that gives as many as are wanted', () => {
    expect(splitPasted('One\r\nstill one\r\n\r\nTwo\n \n\nThree\n', 3)).toEqual([
      'One\nstill one',
      'Two',
      'Three',
    ]);
    expect(splitPasted('One\nTwo\n\nThree', 3)).toEqual(['One', 'Two', 'Three']);
    expect(splitPasted('One\nTwo\n\nThree', 7)).toEqual(['One\nTwo', 'Three']);
    expect(splitPasted('One\nTwo', 5)).toEqual(['One', 'Two']);
    expect(splitPasted(' \n ', 1)).toEqual([]);
  });
});
