import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import { anchorSelector } from '#domain/passage/anchor/anchor-selector.ts';
import { describeSelector } from '#domain/passage/anchor/describe-selector.ts';
import { snapToGraphemes } from '#domain/text/grapheme-boundaries.ts';
import { indexText } from '#domain/text/text-index.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

/** Texts that hurt: emoji with joiners, combining marks, right-to-left, CJK, and a sentence said twice. */
const texts = [
  'The port closed. The port closed. Nobody said why. The port closed.',
  'A family 👨‍👩‍👧‍👦 and a flag 🇩🇪 crossed the bridge 🌉 twice.',
  'Cafe\u0301 Zu\u0308rich: the cre\u0300me of it, na\u00efve and not.',
  'قال الوزير إن الشحنة وصلت. ثم قال إن الشحنة وصلت.',
  '外相は会談後、共同声明を発表した。共同声明を発表した。',
  'One line.\nAnother line.\n\nA third\u00a0one, after \uFFFC a picture.',
];

const textAndRange = fc.constantFrom(...texts).chain((text) =>
  fc
    .tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 1, max: text.length }))
    .filter(([start, end]) => start < end)
    .map(([start, end]) => ({ text, range: snapToGraphemes(text, { start, end }) })),
);

describe('describing a range and anchoring it again', () => {
  it('gives the same range on the same text, whatever the range', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const index = indexText(text);
        const selector = describeSelector(index, range);
        expect(selector.quote.exact).toBe(text.slice(range.start, range.end));
        expect(anchorSelector(index, selector)).toEqual({ state: 'anchored', range });
      }),
    );
  });

  it('writes positions in code points', () => {
    const index = indexText('🌉🌉 bridge');
    expect(describeSelector(index, { start: 5, end: 11 }).position).toEqual({ start: 3, end: 9 });
  });

  it('refuses a range that cuts a character or is empty', () => {
    const index = indexText('a🌉b');
    expect(() => describeSelector(index, { start: 2, end: 4 })).toThrow(RangeError);
    expect(() => describeSelector(index, { start: 1, end: 1 })).toThrow(RangeError);
  });
});

describe('anchoring on a text that changed', () => {
  const original = 'First the port closed for repairs. Then the ferry stopped. Nobody gave a reason for it.';
  const selectorOf = (quote: string) => {
    return describeSelector(indexText(original), rangeOf(original, quote));
  };

  it('follows a quote whose context came along', () => {
    const longer = `A new opening. ${original}`;
    const anchor = anchorSelector(indexText(longer), selectorOf('the ferry stopped'));
    expect(anchor).toMatchObject({ state: 'moved', range: { start: longer.indexOf('the ferry stopped') } });
  });

  it('never takes a short quote whose context is gone', () => {
    const other = 'Far away the ferry stopped at noon, said a witness who saw it.';
    expect(anchorSelector(indexText(other), selectorOf('the ferry stopped')).state).toBe('orphaned');
  });

  it('calls equal places ambiguous and shows them', () => {
    const selector = { ...selectorOf('the ferry stopped'), position: { start: 900, end: 917 } };
    const anchor = anchorSelector(indexText(`${original}\n${original}`), {
      ...selector,
      quote: { ...selector.quote, prefix: 'Then ', suffix: '. Nobody' },
    });
    expect(anchor).toMatchObject({ state: 'ambiguous', candidates: [{ score: 1 }, { score: 1 }] });
  });

  it('orphans what is gone, and keeps the other selector of the passage', () => {
    const index = indexText(original.replace('the ferry stopped', 'service ended'));
    const passage = anchorPassage(index, [selectorOf('the port closed'), selectorOf('the ferry stopped')]);
    expect(passage.state).toBe('orphaned');
    expect(passage.ranges).toEqual([{ start: 6, end: 21 }]);
  });
});

describe('the text index', () => {
  it('converts there and back at every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const index = indexText(text);
        const characters = Array.from(text);
        let utf16 = 0;
        characters.forEach((character, codePoint) => {
          expect(index.toUtf16(codePoint)).toBe(utf16);
          expect(index.toCodePoint(utf16)).toBe(codePoint);
          utf16 += character.length;
        });
        expect(index.codePointLength).toBe(characters.length);
      }),
    );
  });

  it('refuses offsets outside the text', () => {
    expect(() => indexText('abc').toUtf16(4)).toThrow(RangeError);
    expect(() => indexText('abc').toCodePoint(-1)).toThrow(RangeError);
  });
});

describe('snapping to graphemes', () => {
  it('takes the whole of what it would cut', () => {
    const text = 'A family 👨‍👩‍👧‍👦 here';
    expect(snapToGraphemes(text, { start: 0, end: 11 })).toEqual({ start: 0, end: 20 });
    expect(snapToGraphemes('cafe\u0301!', { start: 4, end: 6 })).toEqual({ start: 3, end: 6 });
  });
});
