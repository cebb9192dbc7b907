import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchLetters } from '#domain/article/printed/match-letters.ts';

const seen = (print: string, text: string): string =>
  matchLetters(print, text)
    .map((place) => (place < 0 ? '_' : print[place]))
    .join('');

describe('the letters of a text among those that are drawn', () => {
  it('are taken one for one where they are the same', () => {
    expect(matchLetters('harbour', 'harbour')).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(matchLetters('theharbourtook', 'harbour')).toEqual([3, 4, 5, 6, 7, 8, 9]);
  });

  it('are found on both sides of the letters of another paragraph', () => {
    const [first, second] = ['theharbourtookin212consignments', 'ofheading8457inthefirstquarter'];
    const foreign = 'certificatesweredemandedfor88ofthem';
    expect(seen(foreign + first + foreign + second, first + second)).toBe(first + second);
  });

  it('leave out the signs that the text puts around a note', () => {
    expect(
      seen('theharbourtookin212consignments4againstfewer', 'theharbourtookin212consignments[4]againstfewer'),
    ).toBe('theharbourtookin212consignments_4_againstfewer');
  });

  it('step over a hyphen at the end of a line', () => {
    expect(
      seen('theharbourtookthecommodi-tiesofthequarter', 'theharbourtookthecommoditiesofthequarter'),
    ).toBe('theharbourtookthecommoditiesofthequarter');
  });

  it('take a letter that is written otherwise for the one in its place', () => {
    const places = matchLetters('theharbour\u2217tookitall', 'theharbour*tookitall');
    expect(places).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('are never scattered over a text that is another', () => {
    expect(
      seen('certificatesweredemandedforeightyofthem', 'theharbour').replaceAll('_', '').length,
    ).toBeLessThan(4);
  });

  it('stand in the order of the text, each place once and in the print, for any two texts', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 120 });
    fc.assert(
      fc.property(letters, letters, (print, text) => {
        const places = matchLetters(print, text);
        const known = places.filter((place) => place >= 0);
        expect(places).toHaveLength(text.length);
        expect(known).toEqual([...new Set(known)].sort((a, b) => a - b));
        expect(known.every((place) => place < print.length)).toBe(true);
      }),
    );
  });
});
