import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '#domain/text/selector.ts';
import { growWindow, type Nearness } from '#renderer/reader/text/use-text-window.ts';

const around = (start: number, end: number): Nearness => ({
  seen: { start, end },
  wanted: { start: Math.max(0, start - 3000), end: end + 3000 },
  kept: { start: Math.max(0, start - 4500), end: end + 4500 },
});
const anyNearness = fc
  .tuple(fc.nat(40_000), fc.integer({ min: 1, max: 4000 }))
  .map(([start, size]) => around(start, start + size));

/** The windows of the frames that follow each other, until nothing changes. */
const grow = (from: TextRange, near: Nearness): readonly TextRange[] => {
  const windows = [from];
  for (let at = 0; at < 100; at += 1) {
    const last = windows.at(-1) ?? from;
    const next = growWindow(last, near);
    if (next === last) return windows;
    windows.push(next);
  }
  throw new Error('It never comes to rest');
};

const holds = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

describe('the stretch of text that is decorated', () => {
  it('has what is seen in the first frame, and all that is wanted a few frames later', () => {
    fc.assert(
      fc.property(anyNearness, anyNearness, (before, now) => {
        const start = grow({ start: 0, end: 0 }, before).at(-1) ?? before.seen;
        const windows = grow(start, now);
        for (const window of windows.slice(1)) expect(holds(window, now.seen)).toBe(true);
        expect(holds(windows.at(-1) ?? start, now.wanted)).toBe(true);
      }),
    );
  });

  it('never gains much in one frame beyond what is seen', () => {
    fc.assert(
      fc.property(anyNearness, (near) => {
        let covered = near.seen;
        for (const window of grow({ start: 0, end: 0 }, near).slice(1)) {
          expect(covered.start - window.start).toBeLessThanOrEqual(600);
          expect(window.end - covered.end).toBeLessThanOrEqual(600);
          covered = window;
        }
      }),
    );
  });

  it('drops what has gone far out of sight, once it moves on', () => {
    const reached = grow({ start: 0, end: 0 }, around(0, 2000)).at(-1) ?? { start: 0, end: 0 };
    const [, next] = grow(reached, around(4900, 6900));
    expect(next?.start).toBe(400);
  });

  it('is the same object where nothing is to be done', () => {
    const near = around(5000, 7000);
    expect(growWindow(near.kept, near)).toBe(near.kept);
  });
});
