import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeyed, compareTexts, keyedText, sortTexts } from '#electron/index/order/text-order.ts';

/** What has a weight, what is a letter with an accent, what expands, joins, is not seen, or is of another script. */
const characters = [
  ...'abczABZ 0190.-_,;:!?\'"()[]{}@*/\\&#%`^+<=>|~$\t\n“”‘’„‚«»‹›–—•€£§éÉÅçž',
  ...'ßæœ…łŁøıſŉ·½²Ⅳ世Жשع\u0301\u0327\u00a0\u00ad\u200b\r',
];
const mixed = fc.string({ unit: fc.constantFrom(...characters), maxLength: 8 });
const nearTheCut = fc.string({ unit: fc.constantFrom(...'ab 01é'), minLength: 44, maxLength: 56 });
const anyText = fc.oneof(mixed, nearTheCut, fc.string({ maxLength: 12 }));
const beginning = fc.string({ unit: fc.constantFrom(...'ab1 '), maxLength: 50 });

test('two texts compare by their keys as the collator says', () => {
  fc.assert(
    fc.property(beginning, anyText, anyText, (same, one, other) => {
      const [a, b] = [`${same}${one}`, `${same}${other}`];
      const byKeys = Math.sign(compareKeyed(keyedText(a), keyedText(b)));
      expect(byKeys, JSON.stringify([a, b])).toBe(Math.sign(compareTexts(a, b)));
    }),
    { numRuns: 4000 },
  );
});

test('plain words, numbers, accents and quotation marks have keys', () => {
  for (const text of ['The 9 men', '“Déjà vu,” she said', 'Ångström – 1 200 km', ''])
    expect(keyedText(text).key, text).not.toBeNull();
});

test('texts are sorted by letters and by the value of numbers', async () => {
  const texts = ['zone', '10 men', 'éclair', '9 men', '“ask', 'Eclair b', '世界', 'Zebra'];
  expect(await sortTexts(texts)).toEqual([...texts].sort(compareTexts));
});
