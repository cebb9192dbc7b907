/**
 * Divides passages by time. A bin is a day, a week (ISO 8601, from Monday), a month, a calendar quarter or a year. A
 * date less precise than the bins is counted separately, not distributed.
 */
import { addDays } from '../dates/calendar.ts';
import { type DateSpan, daySpan, firstDayOf, lastDayOf, periodSpan } from '../dates/date-span.ts';
import { type CalendarDate, calendarDateSchema } from '../time.ts';
import { type BinUnit, binUnits } from './chart-question.ts';

/** Passages that have the same dates: those of one article. */
export type DatedGroup = {
  /** As precise as they are known: `2024`, `2024-04`, `2024-04-24`, or an instant. */
  readonly dates: readonly string[];
  /** How many passages. */
  readonly count: number;
  /** Whether the dates were worked out, and not stated. */
  readonly isInferred: boolean;
};

export type DateBin = { readonly span: DateSpan; readonly stated: number; readonly inferred: number };

export type DateBins = {
  readonly unit: BinUnit;
  /** In the order of time, empty ones between the first and the last included. */
  readonly bins: readonly DateBin[];
  /** Passages before the first bin that is shown, and after the last. */
  readonly before: number;
  readonly after: number;
  readonly undated: number;
  /** Those with a date that is less precise than the bins. */
  readonly vague: number;
};

/** The maximum number of bins. */
export const MOST_BINS = 60;
/** A unit is fine enough if the middle has at most this many bins. */
const WANTED_BINS = 36;
/** The share outside of the middle on either side: a stray date in another century must not turn weeks into years. */
const TAIL = 0.02;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Of each unit: how precise a date has to be, in letters; how many days it has; and which in a row a day is in. */
const units: Readonly<
  Record<BinUnit, { readonly precision: number; readonly days: number; readonly at: (day: string) => number }>
> = {
  day: { precision: 10, days: 1, at: dayNumber },
  // The first day that is counted, 1 January 1970, was a Thursday.
  week: { precision: 10, days: 7, at: (day) => Math.floor((dayNumber(day) + 3) / 7) },
  month: { precision: 7, days: 30.4, at: monthNumber },
  quarter: { precision: 7, days: 91.3, at: (day) => Math.floor(monthNumber(day) / 3) },
  year: { precision: 4, days: 365.25, at: (day) => Number(day.slice(0, 4)) },
};

const isVague = (unit: BinUnit, date: string): boolean => date.length < units[unit].precision;

/** The precisions that are too vague for bins of the unit, as a search names them. */
export const vagueFor = (unit: BinUnit): readonly ('year' | 'month')[] =>
  (['year', 'month'] as const).filter((precision) => units[precision].precision < units[unit].precision);

const spanAround = (unit: BinUnit, day: CalendarDate, offset = 0): DateSpan | null =>
  unit === 'day' ? daySpan(addDays(day, offset)) : periodSpan(unit, day, offset);

/** The finest unit in which the bins of the middle can be distinguished. */
export const unitFor = (groups: readonly DatedGroup[]): BinUnit => {
  const days = groups
    .flatMap(({ dates, count }) => dates.map((date) => ({ at: dayNumber(firstDayOf(date)), count })))
    .sort((a, b) => a.at - b.at);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  let sum = 0;
  const middle = days.filter(({ count }) => {
    const isIn = sum + count > total * TAIL && sum < total * (1 - TAIL);
    sum += count;
    return isIn;
  });
  const width = (middle.at(-1)?.at ?? 0) - (middle[0]?.at ?? 0);
  return binUnits.find((unit) => width / units[unit].days < WANTED_BINS) ?? 'year';
};

type Counted = { stated: number; inferred: number; readonly day: string };

/** By bin number. A passage with several dates is in the bin of each, but only once in each. */
const countBins = (groups: readonly DatedGroup[], unit: BinUnit): ReadonlyMap<number, Counted> => {
  const bins = new Map<number, Counted>();
  const { at } = units[unit];
  for (const { dates, count, isInferred } of groups) {
    const days = dates.filter((date) => !isVague(unit, date)).map(firstDayOf);
    for (const [number, day] of new Map(days.map((each) => [at(each), each]))) {
      const bin = bins.get(number) ?? { stated: 0, inferred: 0, day };
      bin[isInferred ? 'inferred' : 'stated'] += count;
      bins.set(number, bin);
    }
  }
  return bins;
};

const countOf = (bins: ReadonlyMap<number, Counted>, number: number): number => {
  const { stated, inferred } = bins.get(number) ?? { stated: 0, inferred: 0 };
  return stated + inferred;
};

/** The number of the bin that begins the fullest row of MOST_BINS; of equals the latest. */
const fullestFrom = (bins: ReadonlyMap<number, Counted>, numbers: readonly number[]): number => {
  let [start, sum, best, most] = [0, 0, 0, 0];
  for (const number of numbers) {
    sum += countOf(bins, number);
    for (
      let first = numbers[start] ?? number;
      first <= number - MOST_BINS;
      first = numbers[start] ?? number
    ) {
      sum -= countOf(bins, first);
      start += 1;
    }
    if (sum >= most) [best, most] = [numbers[start] ?? number, sum];
  }
  return best;
};

/** The number of the first of the bins that are shown: all of them, or the fullest row. */
const firstShown = (bins: ReadonlyMap<number, Counted>): number => {
  const numbers = [...bins.keys()].sort((a, b) => a - b);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  return Math.max(first, Math.min(fullestFrom(bins, numbers), last - MOST_BINS + 1));
};

const fillBins = (bins: ReadonlyMap<number, Counted>, unit: BinUnit): readonly DateBin[] => {
  if (bins.size === 0) return [];
  const first = firstShown(bins);
  const last = Math.min(Math.max(...bins.keys()), first + MOST_BINS - 1);
  const [anchor, known] = [...bins].find(([number]) => number >= first && number <= last) ?? [];
  if (anchor === undefined || known === undefined) return [];
  const day = calendarDateSchema.parse(known.day);
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).flatMap((number) => {
    const span = spanAround(unit, day, number - anchor);
    const { stated, inferred } = bins.get(number) ?? { stated: 0, inferred: 0 };
    return span === null ? [] : [{ span, stated, inferred }];
  });
};

const sumOf = (groups: readonly DatedGroup[], isMeant: (dates: readonly string[]) => boolean): number =>
  groups.reduce((sum, { dates, count }) => (isMeant(dates) ? sum + count : sum), 0);

/** Divides the passages by time, in bins of `asked` or, if null, of a suitable unit. */
export const binDates = (groups: readonly DatedGroup[], asked: BinUnit | null): DateBins => {
  const unit = asked ?? unitFor(groups);
  const bins = fillBins(countBins(groups, unit), unit);
  const from = bins[0]?.span.first ?? null;
  const to = bins.at(-1)?.span.last ?? null;
  return {
    unit,
    bins,
    before: sumOf(groups, (dates) => from !== null && dates.some((date) => lastDayOf(date) < from)),
    after: sumOf(groups, (dates) => to !== null && dates.some((date) => firstDayOf(date) > to)),
    undated: sumOf(groups, (dates) => dates.length === 0),
    vague: sumOf(groups, (dates) => dates.some((date) => isVague(unit, date))),
  };
};
