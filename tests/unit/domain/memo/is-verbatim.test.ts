import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVerbatim, isVerbatimBlock } from '#domain/memo/verbatim/is-verbatim.ts';

const text =
  'The minister said that the ban “will hold, as ‘promised’ to all”.\nIt does not touch firms that, he said, are not on the list. A picture: \uFFFC there.';

describe('words that may be printed between quotation marks', () => {
  it.each([
    ['as they stand', 'It does not touch firms'],
    ['with a dropped end punctuation', 'are not on the list'],
    ['with the nested marks one level down', 'the ban ‘will hold, as “promised” to all’'],
    ['with a bracketed capital', '[T]he ban ‘will hold'],
    ['with a bracketed small letter', '[t]he minister said'],
    ['with an omission', 'It does not touch firms […] on the list'],
    ['over a paragraph end', 'to all”.\nIt does not'],
    ['with a picture as a note', 'A picture: [image] there.'],
  ])('may stand %s', (_, printed) => {
    expect(isVerbatim(printed, text)).toBe(true);
  });

  it.each([
    ['with another word', 'It does not touch companies'],
    ['with another letter case', 'it does not touch firms'],
    ['with a straight apostrophe for a mark of another kind', 'the ban "will hold'],
    ['with white space changed', 'It does not  touch firms'],
    ['with punctuation of their own', 'It does not touch firms.'],
    ['with parts in another order', 'are not on the list […] It does not touch'],
    ['with nothing in them', ' '],
    ['with an ellipsis of their own for an omission', 'It does not touch firms … on the list'],
    ['with a bracketed capital of another letter', '[A]t does not touch firms'],
  ])('may not stand %s', (_, printed) => {
    expect(isVerbatim(printed, text)).toBe(false);
  });

  it('takes any slice of a text as it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (whole, from, length) => {
          const slice = whole.slice(from % whole.length, (from % whole.length) + 1 + (length % whole.length));
          fc.pre(slice.trim() !== '' && !slice.includes('[') && slice === slice.trim());
          expect(isVerbatim(slice, whole)).toBe(true);
          expect(isVerbatimBlock(slice, whole)).toBe(true);
        },
      ),
    );
  });

  it('lets a block quotation change nothing, not even the marks', () => {
    expect(isVerbatimBlock('the ban “will hold, as ‘promised’', text)).toBe(true);
    expect(isVerbatimBlock('the ban ‘will hold, as “promised”', text)).toBe(false);
    expect(isVerbatimBlock('[T]he ban', text)).toBe(false);
  });
});
