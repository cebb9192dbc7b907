import { describe, expect, it } from 'vitest';
import type { Source } from '#domain/source/source.ts';
import type { Timestamp } from '#domain/time.ts';
import type { Reliability } from '#domain/tradecraft/reliability.ts';
import { layTimeline } from '#renderer/sources/timeline-layout.ts';

const history = (...changes: readonly [string, Reliability | null][]): Source['reliabilityHistory'] =>
  changes.map(([day, to], index) => ({
    at: `${day}T09:00:00.000Z` as Timestamp,
    from: changes[index - 1]?.[1] ?? null,
    to,
    why: '',
  }));
const now = Date.parse('2024-05-01T09:00:00Z');

describe('the letters of a source over time', () => {
  it('stand as long as they held, the last one until today', () => {
    const { rows, steps } = layTimeline(history(['2024-04-01', 'B'], ['2024-04-16', 'D']), now);
    expect(rows).toEqual(['B', 'C', 'D']);
    expect(steps).toEqual([
      { letter: 'B', start: 0, end: 0.5 },
      { letter: 'D', start: 0.5, end: 1 },
    ]);
  });

  it('have F apart, and no row for a letter that was taken away', () => {
    const said = history(['2024-04-01', 'A'], ['2024-04-10', null], ['2024-04-20', 'F']);
    expect(layTimeline(said, now).rows).toEqual(['A', 'F']);
    expect(layTimeline(history(['2024-04-01', null]), now).rows).toEqual([]);
  });

  it('stand side by side on one day, and end where the clock stands before the last', () => {
    const today = history(['2024-05-01', 'A'], ['2024-05-01', 'B']);
    expect(layTimeline(today, now).steps.map(({ start, end }) => [start, end])).toEqual([
      [0, 0.5],
      [0.5, 1],
    ]);
    const ahead = layTimeline(history(['2024-04-01', 'A'], ['2024-06-01', 'B']), now);
    expect(ahead.steps.at(-1)).toEqual({ letter: 'B', start: 1, end: 1 });
  });
});
