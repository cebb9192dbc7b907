import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText } from '#domain/text/fold-text.ts';

const alike: readonly (readonly [string, string])[] = [
  ['Łódź', 'lodz'],
  ['ĐURĐEVAC', 'djurdjevac'.replaceAll('dj', 'd')],
  ['Søren Kierkegård', 'soren kierkegard'],
  ['Straße', 'STRASSE'],
  ['Æsir', 'aesir'],
  ['İstanbul', 'istanbul'],
  ['ΑΘΉΝΑ', 'αθηνα'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
  ['Ёлка', 'елка'],
  ['مُحَمَّد', 'محمد'],
  ['שָׁלוֹם', 'שלום'],
  ['Ａｌｐｈａ', 'alpha'],
  ['soft\u00adware', 'software'],
  ['e\u0301', '\u00e9'],
];

describe('folding', () => {
  it.each(alike)('makes %s and %s the same', (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it.each([
    ['か', 'が'],
    ['कि', 'की'],
    ['น้ำ', 'นำ'],
    ['l', 't'],
  ])('keeps %s and %s apart: the mark makes another letter', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  it('changes nothing that is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('compares names by one space between words', () => {
    expect(foldName('  Dual\u00a0 use ')).toBe('dual use');
  });
});
