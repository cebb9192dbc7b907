import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#domain/reading/sentences.ts';

const sentences = (text: string): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }, 'en').map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    [
      'U.S. Secretary of State Jane Roe flew out. Nobody met her.',
      ['U.S. Secretary of State Jane Roe flew out.', 'Nobody met her.'],
    ],
    [
      'It was approved by the U.S. The House followed.',
      ['It was approved by the U.S.', 'The House followed.'],
    ],
    [
      'Gen. Roe met Dr. J. Poe at No. 10. They talked.',
      ['Gen. Roe met Dr. J. Poe at No. 10.', 'They talked.'],
    ],
    ['He called it a “larger threat. “', ['He called it a “larger threat. “']],
    ['“We are ready,” she said. “We always were.”', ['“We are ready,” she said.', '“We always were.”']],
    ['Prices rose 3.5 percent. Wages did not.', ['Prices rose 3.5 percent.', 'Wages did not.']],
    ['What now? Nobody knows!', ['What now?', 'Nobody knows!']],
  ])('of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('stay within the part that was asked for', () => {
    const text = 'One. Two.\nThree. Four.';
    expect(sentencesOf(text, { start: 10, end: 22 }, 'en')).toEqual([
      { start: 10, end: 16 },
      { start: 17, end: 22 },
    ]);
  });

  it('cover every character that is not white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const ranges = sentencesOf(text, { start: 0, end: text.length });
        let covered = '';
        let last = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(last, start).trim()).toBe('');
          covered += text.slice(start, end);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
        expect(covered.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
