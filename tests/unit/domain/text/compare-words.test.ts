import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords, countWords, shareOfWords } from '#domain/text/sequences/compare-words.ts';

describe('comparing words', () => {
  it('marks what the other text has not, on both sides', () => {
    expect(compareWords('forty ships were turned back', 'fifty vessels were sent back')).toEqual({
      old: [
        { text: 'forty ships ', isShared: false },
        { text: 'were ', isShared: true },
        { text: 'turned ', isShared: false },
        { text: 'back', isShared: true },
      ],
      fresh: [
        { text: 'fifty vessels ', isShared: false },
        { text: 'were ', isShared: true },
        { text: 'sent ', isShared: false },
        { text: 'back', isShared: true },
      ],
    });
  });

  it('tells the share of letters in words that both texts have, in whatever order', () => {
    const share = (old: string, fresh: string): number => shareOfWords(countWords(old), countWords(fresh));
    expect(share('the ship, the pier', ' at the pier\nlay the other ship')).toBe(10 / 24);
    expect(share('the the', 'the')).toBe(0.5);
    expect(share('the pier', 'pier the')).toBe(1);
    expect(share('', '')).toBe(0);
  });

  it('never loses a character, whatever is compared', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '…', '海') });
    const joined = (runs: readonly { readonly text: string }[]): string =>
      runs.map((run) => run.text).join('');
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const runs = compareWords(old, fresh);
        expect([joined(runs.old), joined(runs.fresh)]).toEqual([old, fresh]);
      }),
    );
  });

  it('finds all of a text in itself', () => {
    const { old } = compareWords('the same words', 'the same words');
    expect(old).toEqual([{ text: 'the same words', isShared: true }]);
  });
});
