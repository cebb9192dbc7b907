import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { firstLabels } from '#domain/passage/label.ts';
import {
  assignLanes,
  cutSegments,
  type HighlightRange,
  MAX_DEPTH,
} from '#renderer/reader/drawing/lay-highlights.ts';

const idOf = (number: number): PassageId =>
  passageIdSchema.parse(`0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const range = (number: number, start: number, end: number): HighlightRange => ({
  passageId: idOf(number),
  label: 'claim',
  start,
  end,
  length: end - start,
});
const everything = { start: 0, end: Number.MAX_SAFE_INTEGER };

const anyRanges = fc
  .array(
    fc.record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 30 }),
      label: fc.constantFrom(...firstLabels),
    }),
    { maxLength: 12 },
  )
  .map((ranges) =>
    ranges.map(({ start, length, label }, index) => ({ ...range(index, start, start + length), label })),
  );

/** Each segment with its passages, the lowest first, and the lane of each: "10–20: 1 in 0, 2 in 1". */
const shape = (ranges: readonly HighlightRange[]) =>
  cutSegments(assignLanes(ranges), everything, new Set()).map(({ start, end, layers }) => {
    const lanes = layers.map(({ passageId, lane }) => `${Number(passageId.slice(-4))} in ${lane}`);
    return `${start}–${end}: ${lanes.join(', ')}`;
  });

describe('the lanes of highlights', () => {
  it('keep two ranges over one place in two lanes', () => {
    fc.assert(
      fc.property(anyRanges, (ranges) => {
        const laned = assignLanes(ranges);
        const pairs = laned.flatMap((a, index) => laned.slice(index + 1).map((b) => [a, b] as const));
        const overlapping = pairs.filter(([a, b]) => a.start < b.end && b.start < a.end);
        for (const [a, b] of overlapping) expect(a.lane).not.toBe(b.lane);
      }),
    );
  });

  it('use no more lanes than ranges lie over one place', () => {
    fc.assert(
      fc.property(anyRanges, (ranges) => {
        const depthAt = (at: number) => ranges.filter(({ start, end }) => start <= at && at < end).length;
        const deepest = Math.max(0, ...ranges.map(({ start }) => depthAt(start)));
        const lanes = new Set(assignLanes(ranges).map(({ lane }) => lane));
        expect(lanes.size).toBe(deepest);
      }),
    );
  });

  it('give a nested range the lane below its holder', () => {
    expect(assignLanes([range(2, 10, 20), range(1, 0, 40)]).map(({ lane }) => lane)).toEqual([0, 1]);
  });
});

describe('the segments of highlights', () => {
  it('cut a nested range out of its holder', () => {
    expect(shape([range(1, 0, 40), range(2, 10, 20)])).toEqual([
      '0–10: 1 in 0',
      '10–20: 1 in 0, 2 in 1',
      '20–40: 1 in 0',
    ]);
  });

  it('cut crossing ranges at both borders', () => {
    expect(shape([range(1, 0, 20), range(2, 10, 28)])).toEqual([
      '0–10: 1 in 0',
      '10–20: 1 in 0, 2 in 1',
      '20–28: 2 in 1',
    ]);
  });

  it('lay two ranges over the very same text', () => {
    expect(shape([range(1, 5, 9), range(2, 5, 9)])).toEqual(['5–9: 2 in 1, 1 in 0']);
  });

  it('cover each place with just the ranges that hold it, at most four', () => {
    const holdAt =
      (at: number) =>
      ({ start, end }: { start: number; end: number }) =>
        start <= at && at < end;
    fc.assert(
      fc.property(anyRanges, fc.nat(100), (ranges, at) => {
        const holding = ranges.filter(holdAt(at)).map(({ passageId }) => passageId);
        const segments = cutSegments(assignLanes(ranges), everything, new Set()).filter(holdAt(at));
        const drawn = segments.flatMap(({ layers }) => layers.map(({ passageId }) => passageId));
        expect(segments).toHaveLength(Math.min(1, holding.length));
        expect(drawn).toHaveLength(Math.min(MAX_DEPTH, holding.length));
        expect(holding).toEqual(expect.arrayContaining(drawn));
      }),
      { numRuns: 500 },
    );
  });

  it('give each range that is seen at one place a lane of its own', () => {
    fc.assert(
      fc.property(anyRanges, fc.array(fc.nat(11).map(idOf), { maxLength: 2 }), (ranges, pinned) => {
        for (const { layers } of cutSegments(assignLanes(ranges), everything, new Set(pinned))) {
          const lanes = layers.map(({ lane }) => lane);
          expect(new Set(lanes).size).toBe(layers.length);
          expect(Math.max(...lanes)).toBeLessThan(MAX_DEPTH);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('show of many the innermost, the shortest within the others, as a click means them', () => {
    const deep = [1, 2, 3, 4, 5, 6].map((number) => range(number, 0, 50 - number));
    expect(shape(deep)[0]).toMatch(/: 3 in 2, 4 in 3, 5 in 1, 6 in 0$/u);
  });

  it('never leave out the passages at hand, however many lie within them', () => {
    const deep = [1, 2, 3, 4, 5, 6].map((number) => range(number, 0, 50 - number));
    const drawn = (...pinned: readonly PassageId[]) =>
      cutSegments(assignLanes(deep), everything, new Set(pinned))[0]?.layers.map(
        ({ passageId }) => passageId,
      );
    expect(drawn()).not.toContain(idOf(1));
    expect(drawn(idOf(1))).toEqual([1, 4, 5, 6].map(idOf));
    expect(drawn(idOf(1), idOf(2))).toEqual([1, 2, 5, 6].map(idOf));
    expect(drawn(idOf(6), idOf(1))).toEqual([1, 4, 5, 6].map(idOf));
  });

  it('are cut only near the window', () => {
    const far = Array.from({ length: 1000 }, (_, index) => range(index, index * 100, index * 100 + 50));
    const segments = cutSegments(assignLanes(far), { start: 5000, end: 5300 }, new Set());
    expect(segments.map(({ start }) => start)).toEqual([5000, 5100, 5200]);
  });
});
