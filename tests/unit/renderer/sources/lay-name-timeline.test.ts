import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OverMonths, SourceTimeline } from '#domain/contract/source-page.ts';
import { type Position, positionSchema } from '#domain/source/position.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time.ts';
import { layNameTimeline } from '#renderer/sources/page/lay-name-timeline.ts';

const month = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const over = (...said: readonly (readonly [string, number])[]): OverMonths => ({
  months: said.map(([text]) => month(text)),
  counts: said.map(([, count]) => count),
  inferred: said.map(() => 0),
  total: said.reduce((sum, [, count]) => sum + count, 0),
});
const timelineOf = (says: OverMonths = over()): SourceTimeline => ({
  says,
  spokenOf: over(),
  events: over(),
  memoCount: 0,
});
const post = (role: string, from: string | null, until: string | null): Position =>
  positionSchema.parse({ role, organisationId: null, from, until });
const today: CalendarDate = calendarDateSchema.parse('2024-06-30');
const lay = (positions: readonly Position[], timeline = timelineOf(), width = 750, isWhole = false) =>
  layNameTimeline({ timeline, positions, today, width, after: 152, isWhole });
const [janOf2014, janOf2024] = [2014 * 12, 2024 * 12];
const end = 2024 * 12 + 6 - 1 / 31;
const placeOf = (at: number, first = janOf2014): number => (at - first) / (end - first);
const stretches = (positions: readonly Position[]) =>
  lay(positions).lanes.flatMap((lane) => lane.map((bar) => bar.stretches));

describe('the positions of a name', () => {
  it('stand as long as they are known to have been held; of a year alone all of it is hatched', () => {
    const [[before, sure, after] = []] = stretches([post('Inspector', '2014', '2019')]);
    expect(before).toMatchObject({ start: 0, isInferred: true });
    expect(before?.end).toBeCloseTo(placeOf(2015 * 12), 3);
    expect(sure?.isInferred).toBe(false);
    expect(after?.start).toBeCloseTo(placeOf(2019 * 12), 3);
    expect(after?.end).toBeCloseTo(placeOf(2020 * 12), 3);
    expect(after?.isInferred).toBe(true);
  });

  it('last until today without an end, hatched from when a later one began', () => {
    const [open, later] = stretches([post('Inspector', '2014-01', null), post('Head', '2024-01', null)]);
    expect(open?.map(({ isInferred }) => isInferred)).toEqual([false, true]);
    expect(open?.[1]?.start).toBeCloseTo(placeOf(janOf2024), 3);
    expect(open?.[1]?.end).toBe(1);
    expect(later?.map(({ isInferred }) => isInferred)).toEqual([false]);
  });

  it('share a lane where one follows the other, and have another where both were held', () => {
    const follows = [post('a', '2014-01', '2018-12'), post('b', '2019-01', '2020-01')];
    expect(lay(follows).lanes.map((lane) => lane.map(({ position }) => position.role))).toEqual([['a', 'b']]);
    const both = [post('a', '2014-01', '2018-12'), post('b', '2018-12', '2020-01')];
    expect(lay(both).lanes).toHaveLength(2);
  });

  it('are named in their bar, beside it, or not at all where there is no room', () => {
    const short = [post('x'.repeat(60), '2014-01', '2020-12'), post('Head of cargo', '2024-05', null)];
    expect(lay(short).lanes[0]?.map(({ name }) => name)).toEqual(['in', 'after']);
    const narrow = lay(
      [post('x'.repeat(60), '2014-01', '2014-12'), post('Head', '2015-01', null)],
      timelineOf(),
      250,
    );
    expect(narrow.lanes[0]?.map(({ name }) => name)).toEqual([null, 'in']);
  });

  it('without a date, and beyond the lanes, are left to the details', () => {
    const many = Array.from({ length: 9 }, (_, at) => post(`p${at}`, '2014-01', '2020-01'));
    const laid = lay([post('undated', null, null), ...many]);
    expect(laid.lanes).toHaveLength(6);
    expect(laid.unplaced).toBe(4);
  });
});

describe('the years', () => {
  it('are named where the number has room: the last may have begun a month ago', () => {
    const from = (today: string, width: number) =>
      layNameTimeline({
        timeline: timelineOf(),
        positions: [post('Head', '2014-01', null)],
        today: calendarDateSchema.parse(today),
        width,
        after: 56,
        isWhole: true,
      }).years.map(({ year, hasRoom }) => [year, hasRoom] as const);
    expect(from('2024-12-31', 500).every(([, hasRoom]) => hasRoom)).toBe(true);
    expect(from('2024-02-10', 500).slice(-2)).toEqual([
      [2023, true],
      [2024, false],
    ]);
    // Five years each; the first have begun before the axis does.
    expect(from('2026-11-30', 120)).toEqual([
      [2010, false],
      [2015, true],
      [2020, true],
      [2025, false],
    ]);
  });
});

describe('what is said over the years', () => {
  it('has a mark a month where that can be seen, and of more months where it can’t', () => {
    const says = over(['2023-11', 2], ['2024-03', 5], ['2024-05', 1]);
    const wide = lay([], timelineOf(says)).says;
    expect(wide.marks.map(({ period, count }) => [period, count])).toEqual([
      ['2023-11', 2],
      ['2024-03', 5],
      ['2024-05', 1],
    ]);
    expect(wide.most).toBe(5);
    const long = lay([post('a', '1990-01', '1991-01')], timelineOf(says), 600, true).says;
    expect(long.marks.map(({ period, count }) => [period, count])).toEqual([
      ['2023-07..2023-12', 2],
      ['2024-01..2024-06', 6],
    ]);
  });

  it('shows the last years first, counts what lies before, and all where that is asked for', () => {
    const says = over(['1998-02', 4], ['2024-03', 1]);
    const recent = lay([], timelineOf(says));
    expect(recent.says.earlier).toBe(4);
    expect(recent.hasOlderYears).toBe(true);
    expect(recent.firstYear).toBe(1998);
    expect(lay([], timelineOf(says), 750, true).says.earlier).toBe(0);
  });

  it('ends with what is known of somebody long gone, without today', () => {
    const laid = lay([post('Consul', '1911-03', '1914-08')]);
    expect(laid.today).toBeNull();
    expect(laid.years.map(({ year }) => year)).toEqual([1911, 1912, 1913, 1914]);
  });

  it('leaves nothing out and stays on the axis, whatever there is', () => {
    const saying = fc.tuple(fc.integer({ min: -2000, max: 30_000 }), fc.integer({ min: 1, max: 500 }));
    const all = fc.uniqueArray(saying, { selector: ([at]) => at, maxLength: 60 });
    fc.assert(
      fc.property(all, fc.integer({ min: 1, max: 2000 }), fc.boolean(), (said, width, isWhole) => {
        const sorted = said.toSorted(([a], [b]) => a - b);
        const months = {
          months: sorted.map(([at]) => at),
          counts: sorted.map(([, count]) => count),
          inferred: sorted.map(() => 0),
          total: 0,
        };
        const { marks, earlier } = lay([], timelineOf(months), width, isWhole).says;
        const counted = marks.reduce((sum, { count }) => sum + count, earlier);
        expect(counted).toBe(sorted.reduce((sum, [, count]) => sum + count, 0));
        for (const { start, end: last } of marks) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThanOrEqual(1);
          expect(last).toBeGreaterThanOrEqual(start);
        }
      }),
    );
  });
});
