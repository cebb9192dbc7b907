import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRanges } from '#domain/passage/edit/split-ranges.ts';
import { isGraphemeBoundary, snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const text = '“Nobody was told,” a pilot said. “Nobody asked.”';
const at = (quote: string) => text.indexOf(quote);
const quotesOf = (split: ReturnType<typeof splitRanges>) =>
  split === null
    ? null
    : [split.first, split.second].map((ranges) => ranges.map(({ start, end }) => text.slice(start, end)));

describe('splitting the ranges of a passage', () => {
  const whole = [rangeOf(text, text)];

  it('cuts a range, and leaves the white space at the cut to neither side', () => {
    const parts = [['“Nobody was told,” a pilot said.'], ['“Nobody asked.”']];
    expect(quotesOf(splitRanges(text, whole, at('“Nobody asked')))).toEqual(parts);
    expect(quotesOf(splitRanges(text, whole, at('“Nobody asked') - 1))).toEqual(parts);
  });

  it('parts two ranges where the cut stands between them', () => {
    const both = [rangeOf(text, '“Nobody was told,”'), rangeOf(text, '“Nobody asked.”')];
    const parts = [['“Nobody was told,”'], ['“Nobody asked.”']];
    expect(quotesOf(splitRanges(text, both, at('pilot')))).toEqual(parts);
    expect(quotesOf(splitRanges(text, both, both[0]?.end ?? 0))).toEqual(parts);
    expect(quotesOf(splitRanges(text, both, both[1]?.start ?? 0))).toEqual(parts);
    expect(quotesOf(splitRanges(text, both, at('asked')))).toEqual([
      ['“Nobody was told,”', '“Nobody'],
      ['asked.”'],
    ]);
  });

  it('is refused at either end, outside, and where only white space would be left on one side', () => {
    const some = [rangeOf(text, ' a pilot said')];
    for (const place of [0, at(' a pilot'), at('a pilot'), at('. “Nobody'), text.length]) {
      expect(splitRanges(text, some, place)).toBeNull();
    }
  });
});

describe('of any text', () => {
  const anyCase = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 40 }), fc.nat(40), fc.nat(40), fc.nat(40))
    .map(([any, from, length, place]) => {
      const start = from % any.length;
      const range = snapToGraphemes(any, { start, end: Math.min(any.length, start + length + 1) });
      const split = splitRanges(any, [range], place % (any.length + 1));
      return { any, range, first: split?.first[0], second: split?.second[0] };
    });

  it('the two sides hold every character of the passage but the white space at the cut, and cut none', () => {
    fc.assert(
      fc.property(anyCase, ({ any, range, first, second }) => {
        fc.pre(first !== undefined && second !== undefined);
        expect([first.start, second.end]).toEqual([range.start, range.end]);
        expect(first.end).toBeLessThanOrEqual(second.start);
        expect(any.slice(first.end, second.start).trim()).toBe('');
        expect([first.end, second.start].every((place) => isGraphemeBoundary(any, place))).toBe(true);
        expect(first.start < first.end && second.start < second.end).toBe(true);
      }),
    );
  });
});
