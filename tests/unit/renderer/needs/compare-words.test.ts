import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWords } from '#renderer/needs/detail/compare-words.ts';

describe('comparing words', () => {
  it('marks what the other text has not', () => {
    expect(compareWords('forty ships were turned back', 'fifty vessels were sent back')).toEqual([
      { text: 'forty ships', isShared: false },
      { text: ' were', isShared: true },
      { text: ' turned', isShared: false },
      { text: ' back', isShared: true },
    ]);
  });

  it('never loses a character, whatever is compared', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '…', '海') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const runs = compareWords(one, other);
        expect(runs.map((run) => run.text).join('')).toBe(one);
      }),
    );
  });

  it('finds all of a text in itself', () => {
    expect(compareWords('the same words', 'the same words')).toEqual([
      { text: 'the same words', isShared: true },
    ]);
  });
});
