import { describe, expect, it } from 'vitest';
import { passageIdSchema } from '#domain/ids.ts';
import type { Boundary } from '#domain/passage/edit/move-boundary.ts';
import { isSameRanges, sayBoundary, withNextBoundary } from '#renderer/reader/boundaries/boundary-edit.ts';
import { boundaryKeyOf } from '#renderer/reader/boundaries/use-boundary-edit.ts';
import type { BoundaryEdit } from '#renderer/reader/state/reader-store.ts';
import { rangeOf } from '../../../../support/texts/range-of.ts';

const text =
  'We see China sharing machine tools, semiconductors and other dual-use items, an official said. Soon.';
const end: Boundary = { part: 0, end: 'end' };
const editOf = (active: Boundary, ...quotes: readonly string[]): BoundaryEdit => {
  const ranges = quotes.map((quote) => rangeOf(text, quote));
  const passageId = passageIdSchema.parse('018f0000-0000-7000-8000-000000000001');
  return { passageId, before: ranges, ranges, active, isPulled: false };
};

describe('what is said of a boundary', () => {
  it('is the words at it, and how long the passage would be', () => {
    expect(sayBoundary(text, editOf(end, 'We see China'))).toBe('End: We see China, 3 words');
    expect(sayBoundary(text, editOf({ part: 0, end: 'start' }, 'Soon'))).toBe('Start: Soon, 1 word');
  });

  it('is cut between words where the passage is long', () => {
    const long = text.slice(0, text.indexOf(', an official'));
    expect(sayBoundary(text, editOf(end, long))).toBe(
      'End: …tools, semiconductors and other dual-use items, 12 words',
    );
    expect(sayBoundary(text, editOf({ part: 0, end: 'start' }, long))).toBe(
      'Start: We see China sharing machine tools,…, 12 words',
    );
  });

  it('names the part of several, as Tab goes through them', () => {
    const first = editOf({ part: 0, end: 'end' }, 'We see China', 'Soon');
    expect(sayBoundary(text, first)).toBe('End of part 1 of 2: We see China, 4 words');
    expect(sayBoundary(text, withNextBoundary(first))).toBe('Start of part 2 of 2: Soon, 4 words');
  });
});

it('ranges are the same by value', () => {
  const { ranges } = editOf(end, 'We see', 'Soon');
  expect(isSameRanges(ranges, structuredClone(ranges))).toBe(true);
  expect(isSameRanges(ranges, ranges.slice(0, 1))).toBe(false);
  expect(isSameRanges(ranges, [{ start: 1, end: 6 }])).toBe(false);
});

describe('the keys that move a boundary', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
    boundaryKeyOf(
      { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held },
      { isMac: false, isRightToLeft: false },
    );

  it('are the arrows by word and sentence, with Shift by character', () => {
    expect(press('ArrowRight')).toEqual({ unit: 'word', direction: 1 });
    expect(press('ArrowLeft')).toEqual({ unit: 'word', direction: -1 });
    expect(press('ArrowDown')).toEqual({ unit: 'sentence', direction: 1 });
    expect(press('ArrowDown', { ctrlKey: true })).toEqual({ unit: 'paragraph', direction: 1 });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ unit: 'character', direction: -1 });
  });

  it('are Tab, Enter and Esc without a modifier, and leave every other key alone', () => {
    expect(['Tab', 'Enter', 'Escape'].map((key) => press(key))).toEqual(['next', 'keep', 'leave']);
    expect(press('Enter', { ctrlKey: true })).toBeNull();
    expect(['b', 'Delete', 'F6', '1'].map((key) => press(key))).toEqual([null, null, null, null]);
  });
});
