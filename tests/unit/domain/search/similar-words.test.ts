import { describe, expect, it } from 'vitest';
import { scoreSimilar } from '#domain/search/similar-words.ts';

const all = Array.from({ length: 100 }, (_, number) => number);

describe('likeness by shared words', () => {
  it('scores higher the more rare words are shared, 1 for all of them', () => {
    const scores = scoreSimilar(
      [
        [0, 1, 2],
        [0, 1, 2],
        [0, 1],
        [0, 1],
      ],
      100,
    );
    expect(scores.get(1)).toBe(1);
    expect(scores.get(2)).toBeGreaterThan(0);
    expect(scores.get(2)).toBeLessThan(1);
  });

  it('gives nothing for words that many hold, nor for a single shared one', () => {
    expect(scoreSimilar([all, all, [1]], 100).size).toBe(0);
  });

  it('gives nothing where every text holds every word', () => {
    expect(
      scoreSimilar(
        [
          [0, 1],
          [0, 1],
        ],
        2,
      ).size,
    ).toBe(0);
  });
});
