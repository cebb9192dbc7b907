import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Boundary,
  boundariesOf,
  moveBoundary,
  nextBoundary,
  roomOf,
} from '#domain/passage/edit/move-boundary.ts';
import { isGraphemeBoundary } from '#domain/text/grapheme-boundaries.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { rangeOf } from '../../../support/texts/range-of.ts';

const text = '“Nobody was told,” a pilot said. “Nobody asked.”';
const quotes = (ranges: readonly TextRange[]) => ranges.map(({ start, end }) => text.slice(start, end));
const start: Boundary = { part: 0, end: 'start' };
const end: Boundary = { part: 0, end: 'end' };

describe('moving a boundary', () => {
  const both = [rangeOf(text, 'Nobody was told'), rangeOf(text, 'Nobody asked')];

  it('moves that one and leaves the others', () => {
    expect(quotes(moveBoundary(text, both, start, 0))).toEqual(['“Nobody was told', 'Nobody asked']);
    const secondEnd: Boundary = { part: 1, end: 'end' };
    expect(quotes(moveBoundary(text, both, secondEnd, text.length))).toEqual([
      'Nobody was told',
      'Nobody asked.”',
    ]);
  });

  it('never leaves a range empty', () => {
    const [one] = both;
    if (one === undefined) throw new Error('no range');
    expect(moveBoundary(text, [one], end, one.start)).toEqual([one]);
    expect(quotes(moveBoundary(text, [one], end, one.start + 1))).toEqual(['N']);
    expect(moveBoundary(text, [one], start, one.end)).toEqual([one]);
  });

  it('never lets two ranges cross, overlap or meet', () => {
    const second = both[1]?.start ?? 0;
    expect(moveBoundary(text, both, end, second + 4)).toBe(both);
    expect(moveBoundary(text, both, end, second)).toBe(both);
    expect(moveBoundary(text, both, end, second - 1)[0]?.end).toBe(second - 1);
  });

  it('never cuts a character', () => {
    const flags = 'a 🇨🇦🇨🇳 b';
    const moved = moveBoundary(flags, [{ start: 0, end: 1 }], end, 4);
    expect(moved).toEqual([{ start: 0, end: 6 }]);
  });

  it('goes round through all boundaries of all ranges, in their order', () => {
    const walk = [start];
    for (let step = 0; step < 4; step += 1) walk.push(nextBoundary(both, walk.at(-1) ?? start));
    expect(walk).toEqual([...boundariesOf(both), start]);
  });
});

/** A text with ranges that a passage may have: in order, apart from each other, on grapheme boundaries. */
const textWithRanges = fc
  .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 9 })
  .map((pieces) => {
    const whole = pieces.join('');
    const cuts: number[] = [];
    for (let at = 0; at <= whole.length; at += 1) if (isGraphemeBoundary(whole, at)) cuts.push(at);
    return { whole, cuts };
  })
  .chain(({ whole, cuts }) =>
    fc.record({
      whole: fc.constant(whole),
      ranges: fc.subarray(cuts, { minLength: 2 }).map((chosen) =>
        Array.from({ length: Math.floor(chosen.length / 2) }, (_, index) => ({
          start: chosen[index * 2] ?? 0,
          end: chosen[index * 2 + 1] ?? 0,
        })),
      ),
    }),
  );

describe('of any text', () => {
  it('the ranges stay in order, apart, not empty and on characters, wherever a boundary is moved', () => {
    fc.assert(
      fc.property(
        textWithRanges,
        fc.array(fc.record({ pick: fc.nat(20), to: fc.nat(100) }), { maxLength: 8 }),
        ({ whole, ranges }, moves) => {
          let now: readonly TextRange[] = ranges;
          for (const { pick, to } of moves) {
            const all = boundariesOf(now);
            const boundary = all[pick % all.length] ?? start;
            const next = moveBoundary(whole, now, boundary, to % (whole.length + 1));
            const room = roomOf(whole, now, boundary);
            const moved = next[boundary.part]?.[boundary.end] ?? -1;
            expect(moved).toBeGreaterThanOrEqual(room.first);
            expect(moved).toBeLessThanOrEqual(room.last);
            next.forEach((range, index) => {
              expect(range.start).toBeLessThan(range.end);
              expect(isGraphemeBoundary(whole, range.start)).toBe(true);
              expect(isGraphemeBoundary(whole, range.end)).toBe(true);
              const before = next[index - 1];
              if (before !== undefined) expect(range.start).toBeGreaterThan(before.end);
            });
            now = next;
          }
        },
      ),
    );
  });
});
