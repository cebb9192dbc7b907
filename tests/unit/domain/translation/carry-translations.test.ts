import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksCarried } from '#domain/translation/carry-translations.ts';

const paragraphs = [
  'The port closed on Monday, and forty ships were turned back.',
  'It was a precaution, the authority said.',
  'Insurers raised their rates by a third within a week.',
  'A spokesman declined to say how long the checks would last.',
];
const carried = (fresh: readonly string[]) => [...blocksCarried(paragraphs, fresh)];

describe('the paragraphs of a new version', () => {
  it('are those of the old one where they read as they did, also where they have moved', () => {
    expect(carried(paragraphs)).toEqual([0, 1, 2, 3]);
    expect(carried(['Updated on Tuesday.', ...paragraphs])).toEqual([1, 2, 3, 4]);
    const [first = '', second = '', third = '', fourth = ''] = paragraphs;
    expect(carried([first, third, fourth, second])).toEqual([0, 3, 1, 2]);
  });

  it('are those that took the place of changed ones, and none of those that are gone', () => {
    const changed = 'The port closed on Monday, and fifty ships were sent back.';
    expect(carried([changed, ...paragraphs.slice(1)])).toEqual([0, 1, 2, 3]);
    expect(carried(paragraphs.toSpliced(1, 1))).toEqual([0, -1, 1, 2]);
  });

  it('are each of one paragraph at most', () => {
    const texts = fc.array(fc.constantFrom('', 'One.', 'Two, and more.', 'Three is longer than that.'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, texts, (old, fresh) => {
        const found = [...blocksCarried(old, fresh)];
        const there = found.filter((each) => each !== -1);
        expect(new Set(there).size).toBe(there.length);
        expect(there.every((each) => each < fresh.length)).toBe(true);
      }),
    );
  });
});
