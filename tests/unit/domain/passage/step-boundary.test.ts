import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Boundary, offsetOf } from '#domain/passage/edit/move-boundary.ts';
import { type BoundaryStep, pullBoundary, stepBoundary } from '#domain/passage/edit/step-boundary.ts';
import { readingUnits } from '#domain/reading/reading-text.ts';
import { isGraphemeBoundary } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';
import { readingOf } from '../reading/reading-of.ts';

const reading = readingOf('The U.S. Treasury acted. Nobody objected.', '“It is short,” he said.');
const { text } = reading;
const quotes = (ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));
const start: Boundary = { part: 0, end: 'start' };
const end: Boundary = { part: 0, end: 'end' };
const go = (ranges: readonly TextRange[], boundary: Boundary, ...steps: readonly BoundaryStep[]) =>
  quotes(steps.reduce((now, step) => stepBoundary(reading, now, boundary, step), ranges));
const on = (unit: BoundaryStep['unit']): BoundaryStep => ({ unit, direction: 1 });
const back = (unit: BoundaryStep['unit']): BoundaryStep => ({ unit, direction: -1 });

describe('a boundary that goes by steps', () => {
  const treasury = [rangeOf(text, 'Treasury')];

  it('takes whole words in at its end and at its start, and lets them go again', () => {
    expect(go(treasury, end, on('word'))).toEqual(['Treasury acted']);
    expect(go(treasury, end, on('word'), on('word'))).toEqual(['Treasury acted. Nobody']);
    expect(go(treasury, end, on('word'), on('word'), back('word'))).toEqual(['Treasury acted']);
    expect(go(treasury, start, back('word'))).toEqual(['U.S. Treasury']);
    expect(go(treasury, start, back('word'), on('word'))).toEqual(['Treasury']);
  });

  it('goes by sentences with their full stops, and on into the next paragraph', () => {
    expect(go(treasury, end, on('sentence'))).toEqual(['Treasury acted.']);
    expect(go(treasury, end, on('sentence'), on('sentence'), back('sentence'))).toEqual(['Treasury acted.']);
    expect(go([rangeOf(text, 'objected.')], end, on('sentence'))).toEqual([
      'objected.\n“It is short,” he said.',
    ]);
    expect(go([rangeOf(text, 'acted')], start, back('sentence'))).toEqual(['The U.S. Treasury acted']);
  });

  it('goes by single characters, over the break between two paragraphs', () => {
    expect(go([rangeOf(text, 'acted')], end, on('character'))).toEqual(['acted.']);
    expect(go([rangeOf(text, 'objected.')], end, on('character'))).toEqual(['objected.\n“']);
    expect(go([rangeOf(text, '“It')], start, back('character'))).toEqual(['.\n“It']);
  });

  it('stays where a step would leave nothing, or run into another range of the passage', () => {
    expect(go(treasury, end, back('word'))).toEqual(['Treasury']);
    expect(go(treasury, start, on('sentence'))).toEqual(['Treasury']);
    const both = [rangeOf(text, 'U.S.'), rangeOf(text, 'Nobody')];
    expect(go(both, end, on('word'), on('word'), on('word'))).toEqual(['U.S. Treasury acted', 'Nobody']);
    expect(go(both, { part: 1, end: 'start' }, back('sentence'))).toEqual(['U.S.', 'Nobody']);
  });
});

describe('a boundary that is pulled', () => {
  const pull = (boundary: Boundary, at: number, isExact = false) =>
    quotes(pullBoundary(reading, [rangeOf(text, 'Treasury')], boundary, { at, isExact }));

  it('rests at the nearest edge of a word, or at the end of a sentence', () => {
    expect(pull(end, text.indexOf('objected') + 2)).toEqual(['Treasury acted. Nobody']);
    expect(pull(end, text.indexOf('objected') + 7)).toEqual(['Treasury acted. Nobody objected']);
    expect(pull(end, text.indexOf('. Nobody') + 1)).toEqual(['Treasury acted.']);
    expect(pull(start, 5)).toEqual(['U.S. Treasury']);
    expect(pull(start, 0)).toEqual(['The U.S. Treasury']);
  });

  it('rests at the very character where that is wanted', () => {
    expect(pull(end, text.indexOf('acted') + 2, true)).toEqual(['Treasury ac']);
  });

  it('stays at the last place that it may have where it is pulled too far', () => {
    expect(pull(end, 0)).toEqual(['Treasury']);
    expect(pull(end, 0, true)).toEqual(['T']);
    const both = [rangeOf(text, 'U.S.'), rangeOf(text, 'Nobody')];
    const pulled = pullBoundary(reading, both, end, { at: text.length, isExact: false });
    expect(quotes(pulled)).toEqual(['U.S. Treasury acted.', 'Nobody']);
  });
});

describe('of any text', () => {
  const paragraphs = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
    minLength: 1,
    maxLength: 4,
  });
  const whole = (text: string): readonly TextRange[] => [{ start: 0, end: text.length }];
  const isSound = (any: string, ranges: readonly TextRange[]): boolean =>
    ranges.length === 1 &&
    ranges.every((range) => range.start < range.end) &&
    ranges.flatMap((range) => [range.start, range.end]).every((at) => isGraphemeBoundary(any, at));
  const boundaryOf = (pick: number): Boundary => (pick === 0 ? start : end);

  it('no step makes a range empty, cuts a character, or moves against its direction', () => {
    const steps = fc.record({
      boundary: fc.nat(1).map(boundaryOf),
      unit: fc.constantFrom('character' as const, ...readingUnits),
      direction: fc.constantFrom(1 as const, -1 as const),
    });
    fc.assert(
      fc.property(paragraphs, fc.array(steps, { maxLength: 10 }), (texts, walk) => {
        const any = readingOf(...texts);
        walk.reduce((ranges, { boundary, ...step }) => {
          const next = stepBoundary(any, ranges, boundary, step);
          expect(isSound(any.text, next)).toBe(true);
          const by = offsetOf(next, boundary) - offsetOf(ranges, boundary);
          expect(by * step.direction).toBeGreaterThanOrEqual(0);
          return next;
        }, whole(any.text));
      }),
    );
  });

  it('no pull makes a range empty or cuts a character', () => {
    const pulls = fc.record({ boundary: fc.nat(1).map(boundaryOf), to: fc.nat(120), isExact: fc.boolean() });
    fc.assert(
      fc.property(paragraphs, fc.array(pulls, { maxLength: 10 }), (texts, walk) => {
        const any = readingOf(...texts);
        walk.reduce((ranges, { boundary, to, isExact }) => {
          const next = pullBoundary(any, ranges, boundary, { at: to % (any.text.length + 1), isExact });
          expect(isSound(any.text, next)).toBe(true);
          return next;
        }, whole(any.text));
      }),
    );
  });
});
