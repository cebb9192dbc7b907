import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growRange, shrinkRange } from '#domain/reading/grow-range.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { readingOf } from './reading-of.ts';

const reading = readingOf(
  'The office said that it “has happened before, and nobody minded”, and named no year. It left.',
  '“We were told in March. Nobody acted,” she said.',
);
const { text } = reading;
const words = (range: TextRange | null) => (range === null ? null : text.slice(range.start, range.end));
const caretIn = (part: string) => ({ start: text.indexOf(part) + 1, end: text.indexOf(part) + 1 });

/** Everything that a caret in `part` grows to, one after the other. */
const growth = (part: string): readonly (string | null)[] => {
  const found: string[] = [];
  for (let range = growRange(reading, caretIn(part)); range !== null; range = growRange(reading, range)) {
    found.push(text.slice(range.start, range.end));
  }
  return found;
};

describe('a selection grows', () => {
  it('from word to quotation to sentence to paragraph', () => {
    expect(growth('happened')).toEqual([
      'happened',
      'has happened before, and nobody minded',
      'The office said that it “has happened before, and nobody minded”, and named no year.',
      'The office said that it “has happened before, and nobody minded”, and named no year. It left.',
    ]);
  });

  it('past a quotation of several sentences only when it has all of them', () => {
    expect(growth('acted')).toEqual([
      'acted',
      'Nobody acted,” she said.',
      '“We were told in March. Nobody acted,” she said.',
    ]);
    expect(growth('March')).toEqual([
      'March',
      '“We were told in March.',
      '“We were told in March. Nobody acted,”',
      '“We were told in March. Nobody acted,” she said.',
    ]);
  });

  it('around a selection that cuts words and paragraphs', () => {
    const range = { start: text.indexOf('It left') + 1, end: text.indexOf('told') + 2 };
    expect(words(growRange(reading, range))).toBe('It left.\n“We were told');
  });
});

describe('a selection shrinks', () => {
  it('the way it grew', () => {
    const caret = caretIn('happened');
    const quotation = growRange(reading, growRange(reading, caret) ?? caret);
    const sentence = growRange(reading, quotation ?? caret);
    if (quotation === null || sentence === null) throw new Error('it did not grow');
    expect(shrinkRange(reading, sentence, caret.start)).toEqual(quotation);
    expect(words(shrinkRange(reading, quotation, caret.start))).toBe('happened');
    expect(shrinkRange(reading, { start: caret.start - 1, end: caret.start + 7 }, caret.start)).toBeNull();
  });

  it('of any text to what it was before it grew', () => {
    const prose = fc.array(
      fc.constantFrom('One', ' two', '. ', '“', '”', ', ', 'Three', ' 4', '\u{1F1EB}\u{1F1F7} ', '漢字'),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.array(prose, { minLength: 1, maxLength: 3 }), fc.nat(), (paragraphs, seed) => {
        const any = readingOf(...paragraphs.map((parts) => parts.join('')));
        const caret = seed % (any.text.length + 1);
        let range: TextRange | null = growRange(any, { start: caret, end: caret });
        while (range !== null) {
          expect(range.start).toBeLessThanOrEqual(caret);
          expect(range.end).toBeGreaterThanOrEqual(caret);
          const larger = growRange(any, range);
          if (larger !== null) expect(shrinkRange(any, larger, caret)).toEqual(range);
          range = larger;
        }
      }),
    );
  });
});
