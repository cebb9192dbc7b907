import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countMistakes, nearestWord } from '#domain/search/words/nearest-words.ts';

describe('a word that is misspelled', () => {
  it.each<[string, string, number]>([
    ['harbour', 'harbour', 0],
    ['harbuor', 'harbour', 1],
    ['habour', 'harbour', 1],
    ['harbours', 'harbour', 1],
    ['hxrbour', 'harbour', 1],
    ['hrabuor', 'harbour', 2],
    ['quay', 'harbour', 3],
  ])('%s is from %s %i mistakes away', (a, b, mistakes) => {
    expect(countMistakes(a, b, 2)).toBe(mistakes);
    expect(countMistakes(b, a, 2)).toBe(mistakes);
  });

  it('is never more than its letters away', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(countMistakes(a, b, 99)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('is taken for the nearest, then for the commonest', () => {
    const known = [
      { word: 'harbours', count: 9 },
      { word: 'harbour', count: 2 },
      { word: 'harvour', count: 1 },
    ];
    expect(nearestWord('harbuor', known)).toBe('harbour');
    expect(nearestWord('harour', known)).toBe('harbour');
    expect(nearestWord('lighthouse', known)).toBeNull();
    expect(nearestWord('ha', known)).toBeNull();
  });
});
