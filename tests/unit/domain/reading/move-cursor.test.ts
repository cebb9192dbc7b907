import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CursorStep, moveCursor, type ReadingCursor } from '#domain/reading/move-cursor.ts';
import { readingUnits, wordsOf } from '#domain/reading/reading-text.ts';
import { readingOf } from './reading-of.ts';

const reading = readingOf(
  'The U.S. Treasury acted. Nobody objected.',
  '',
  'A second paragraph follows. It is short.',
);
const { text } = reading;
const at = (part: string) => text.indexOf(part);
const caret = (offset: number): ReadingCursor => ({ anchor: offset, head: offset });
const go = (cursor: ReadingCursor, ...steps: readonly CursorStep[]) =>
  steps.reduce((now, step) => moveCursor(reading, now, step), cursor);
const selected = ({ anchor, head }: ReadingCursor) =>
  text.slice(Math.min(anchor, head), Math.max(anchor, head));

const sentence = (direction: 1 | -1, isExtending = false): CursorStep => ({
  unit: 'sentence',
  direction,
  extends: isExtending,
});
const word = (direction: 1 | -1, isExtending = false): CursorStep => ({
  ...sentence(direction, isExtending),
  unit: 'word',
});
const paragraph = (direction: 1 | -1, isExtending = false): CursorStep => ({
  ...sentence(direction, isExtending),
  unit: 'paragraph',
});

describe('the reading cursor', () => {
  it('goes from sentence to sentence, over abbreviations and empty paragraphs', () => {
    const second = go(caret(0), sentence(1));
    expect(second).toEqual(caret(at('Nobody')));
    expect(go(second, sentence(1))).toEqual(caret(at('A second')));
    expect(go(second, sentence(1), sentence(-1))).toEqual(second);
  });

  it('goes back to the beginning of the sentence it stands in first', () => {
    expect(go(caret(at('objected')), sentence(-1))).toEqual(caret(at('Nobody')));
  });

  it('goes by words and by paragraphs', () => {
    expect(go(caret(0), word(1))).toEqual(caret(at('U.S.')));
    expect(go(caret(0), paragraph(1))).toEqual(caret(at('A second')));
    expect(go(caret(at('short')), paragraph(-1), paragraph(-1))).toEqual(caret(0));
  });

  it('takes whole sentences in, and lets them go again the same way', () => {
    const one = go(caret(0), sentence(1, true));
    expect(selected(one)).toBe('The U.S. Treasury acted.');
    const two = go(one, sentence(1, true));
    expect(selected(two)).toBe('The U.S. Treasury acted. Nobody objected.');
    expect(go(two, sentence(-1, true))).toEqual(one);
    expect(go(one, sentence(-1, true))).toEqual(caret(0));
  });

  it('takes words in on either side of where it began', () => {
    const from = at('Treasury');
    expect(selected(go(caret(from), word(1, true), word(1, true)))).toBe('Treasury acted');
    expect(selected(go(caret(from), word(-1, true)))).toBe('U.S. ');
    expect(go(caret(from), word(-1, true), word(1, true))).toEqual(caret(from));
  });

  it('leaves a selection forwards behind it, backwards at its beginning', () => {
    const one = go(caret(0), sentence(1, true));
    expect(go(one, sentence(1))).toEqual(caret(at('Nobody')));
    expect(go(one, sentence(-1))).toEqual(caret(0));
  });

  it('comes to rest at the ends of the text', () => {
    expect(go(caret(0), word(-1))).toEqual(caret(0));
    expect(go(caret(at('It is')), sentence(1))).toEqual(caret(text.length));
    expect(go(caret(text.length), sentence(1, true))).toEqual(caret(text.length));
  });
});

const steps = fc.record({
  unit: fc.constantFrom(...readingUnits),
  direction: fc.constantFrom(1 as const, -1 as const),
  extends: fc.boolean(),
});
const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 5 });

describe('of any text, the reading cursor', () => {
  it('stays within the text and moves the way it was told, and keeps its anchor while it extends', () => {
    fc.assert(
      fc.property(texts, fc.array(steps, { maxLength: 12 }), (paragraphs, walk) => {
        const any = readingOf(...paragraphs);
        let cursor = caret(0);
        for (const step of walk) {
          const next = moveCursor(any, cursor, step);
          expect(next.head).toBeGreaterThanOrEqual(0);
          expect(next.head).toBeLessThanOrEqual(any.text.length);
          if (step.extends) {
            expect(next.anchor).toBe(cursor.anchor);
            expect((next.head - cursor.head) * step.direction).toBeGreaterThanOrEqual(0);
          } else expect(next.anchor).toBe(next.head);
          cursor = next;
        }
      }),
    );
  });

  it('comes by every word of the text, each once and in order', () => {
    fc.assert(
      fc.property(texts, (paragraphs) => {
        const any = readingOf(...paragraphs);
        const words = any.paragraphs.flatMap((part) => wordsOf(any, part)).map(({ start }) => start);
        let cursor: ReadingCursor = caret(-1);
        const visited = words.map(() => {
          cursor = moveCursor(any, cursor, word(1));
          return cursor.head;
        });
        expect(visited).toEqual(words);
      }),
    );
  });
});
