import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listMark, listNumberings, readListMark } from '#domain/memo/content/list-numbering.ts';

describe('the number of an item', () => {
  it('is written as its list says', () => {
    const written = listNumberings.map((numbering) => listMark(numbering, 4));
    expect(written.join(' ')).toBe('4) (4) d. d) (d) D. D) (D) iv. iv) (iv) IV. IV) (IV)');
    expect([1, 26, 27, 52, 53].map((count) => listMark('a)', count))).toEqual([
      'a)',
      'z)',
      'aa)',
      'az)',
      'ba)',
    ]);
    expect([9, 40, 1994, 3999].map((count) => listMark('I.', count))).toEqual([
      'IX.',
      'XL.',
      'MCMXCIV.',
      'MMMCMXCIX.',
    ]);
  });

  it('is in digits where no letter says it', () => {
    expect([listMark('a)', 0), listMark('i.', 0), listMark('I)', 4000)]).toEqual(['0)', '0.', '4000)']);
  });

  it('is read as what a list begins with', () => {
    expect(['1.', '7)', '(2)', 'a.', 'C)', '(iv)', 'i.', 'XII.'].map(readListMark)).toEqual([
      { numbering: undefined, start: 1 },
      { numbering: '1)', start: 7 },
      { numbering: '(1)', start: 2 },
      { numbering: 'a.', start: 1 },
      { numbering: 'A)', start: 3 },
      { numbering: '(i)', start: 4 },
      { numbering: 'i.', start: 1 },
      { numbering: 'I.', start: 12 },
    ]);
    expect(['', '1', '(a.', '(note)', 'sic)', '1.1.', '·', 'aB)'].map(readListMark)).toEqual(
      Array.from({ length: 8 }, () => null),
    );
  });

  it('comes back as it was written, but for the single letters that are Roman numbers', () => {
    const roman = fc.constantFrom(...listNumberings.filter((each) => /[1iI]/u.test(each)));
    fc.assert(
      fc.property(roman, fc.integer({ min: 1, max: 3999 }), (numbering, start) => {
        fc.pre(!/^\W?[cdlm]\W$/iu.test(listMark(numbering, start)));
        expect(readListMark(listMark(numbering, start))).toEqual({ numbering, start });
      }),
    );
  });
});
