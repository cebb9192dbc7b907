import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDayOf, lastDayOf } from '#domain/dates/date-span.ts';
import { binUnits } from '#domain/insights/chart-question.ts';
import { binDates, type DatedGroup, MOST_BINS, unitFor, vagueFor } from '#domain/insights/date-bins.ts';
import { printSpan, printTick } from '#domain/insights/print-span.ts';

const group = (dates: readonly string[], count = 1, isInferred = false): DatedGroup => ({
  dates,
  count,
  isInferred,
});
const shown = ({ bins }: ReturnType<typeof binDates>) =>
  bins.map(({ span, stated, inferred }) => [span.first, stated, inferred]);

describe('passages parted by time', () => {
  it('shows empty bins between those that hold something', () => {
    expect(shown(binDates([group(['2024-01-31'], 2), group(['2024-03-01'], 3, true)], 'month'))).toEqual([
      ['2024-01-01', 2, 0],
      ['2024-02-01', 0, 0],
      ['2024-03-01', 0, 3],
    ]);
  });

  it('begins weeks on Monday, over the end of a year too', () => {
    const bins = binDates([group(['2024-12-29']), group(['2024-12-30']), group(['2025-01-05'])], 'week');
    expect(shown(bins)).toEqual([
      ['2024-12-23', 1, 0],
      ['2024-12-30', 2, 0],
    ]);
  });

  it('takes the day of an instant as it was stated', () => {
    expect(shown(binDates([group(['2024-04-24T23:30:00+02:00'])], 'day'))).toEqual([['2024-04-24', 1, 0]]);
  });

  it('puts a passage of several dates once into the bin of each', () => {
    const bins = binDates([group(['2024-01-02', '2024-01-30', '2024-02-10'], 5)], 'month');
    expect(shown(bins)).toEqual([
      ['2024-01-01', 5, 0],
      ['2024-02-01', 5, 0],
    ]);
  });

  it('counts apart what is less precise than the bins, and what has no date', () => {
    const groups = [group(['2024'], 4), group(['2024-05'], 3), group([], 2), group(['2024-05-06'], 1)];
    expect(binDates(groups, 'month')).toMatchObject({ vague: 4, undated: 2 });
    expect(shown(binDates(groups, 'month'))).toEqual([['2024-05-01', 4, 0]]);
    expect(binDates(groups, 'week')).toMatchObject({ vague: 7, undated: 2 });
    expect(binDates(groups, 'year')).toMatchObject({ vague: 0, undated: 2 });
    expect([vagueFor('day'), vagueFor('quarter'), vagueFor('year')]).toEqual([
      ['year', 'month'],
      ['year'],
      [],
    ]);
  });

  it('shows the fullest stretch where all has no room, and says how much lies outside', () => {
    const groups = [group(['1945-05-08'], 2), group(['2024-04-24'], 50), group(['2090-01-01'], 3)];
    const bins = binDates(groups, 'month');
    expect(bins.bins.reduce((sum, { stated }) => sum + stated, 0)).toBe(50);
    expect(bins).toMatchObject({ before: 2, after: 3 });
  });

  it('chooses the unit by what lies in the middle', () => {
    const days = (dates: readonly string[]) => dates.map((date) => group([date], 10));
    expect(unitFor(days(['2024-04-01', '2024-04-20']))).toBe('day');
    expect(unitFor(days(['2024-01-01', '2024-06-20']))).toBe('week');
    expect(unitFor(days(['2022-01-01', '2024-06-20']))).toBe('month');
    expect(unitFor([...days(['2024-01-01', '2024-06-20']), group(['1815-06-18'], 0)])).toBe('week');
    expect(unitFor(days(['1815-06-18', '2024-06-20']))).toBe('year');
    expect(unitFor([])).toBe('day');
  });

  it('names its bins', () => {
    const names = binUnits.map((unit) => {
      const [bin] = binDates([group(['2024-05-15'])], unit).bins;
      return bin && [printSpan(unit, bin.span), printTick(unit, bin.span)];
    });
    expect(names).toEqual([
      ['15 May 2024', '15 May'],
      ['13 May 2024 to 19 May 2024', '13 May'],
      ['May 2024', 'May 2024'],
      ['Q2 2024', 'Q2 2024'],
      ['2024', '2024'],
    ]);
  });

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const date = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([whole, length]) => whole.slice(0, length));

  it('counts in each bin, and outside of all, just what lies there', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ dates: fc.array(date, { maxLength: 3 }), count: fc.nat(9), isInferred: fc.boolean() }),
        ),
        fc.constantFrom(...binUnits),
        (groups, unit) => {
          const binned = binDates(groups, unit);
          expect(binned.bins.length).toBeLessThanOrEqual(MOST_BINS);
          const within = (first: string, last: string) =>
            groups
              .filter(({ dates }) =>
                dates.some((each) => firstDayOf(each) >= first && lastDayOf(each) <= last),
              )
              .reduce((sum, { count }) => sum + count, 0);
          for (const { span, stated, inferred } of binned.bins) {
            expect(stated + inferred).toBe(within(span.first, span.last));
          }
          const [first, last] = [binned.bins[0]?.span.first, binned.bins.at(-1)?.span.last];
          if (first === undefined || last === undefined) return;
          expect(binned.before).toBe(
            groups
              .filter(({ dates }) => dates.some((each) => lastDayOf(each) < first))
              .reduce((sum, { count }) => sum + count, 0),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
