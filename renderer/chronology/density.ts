/** How many events lie where, for the strip above a chronology: bins of one unit of the calendar, of equal width. */
import { chronologyFlags } from '#domain/contract/event.ts';
import { civilDay, dayNumber } from '#domain/dates/when/edtf.ts';

export const binUnits = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const;
export type BinUnit = (typeof binUnits)[number];

export type Bin = {
  readonly firstDay: number;
  readonly stated: number;
  readonly inferred: number;
  /** The line of the list with which it begins; that of the next events where it holds none. */
  readonly firstLine: number;
};

export type Density = { readonly unit: BinUnit; readonly bins: readonly Bin[] };

/** More bars than this are no bars any more. */
const MAX_BINS = 72;

const MONDAY = 4;

/** The bin that a day lies in, counted from some day long ago. */
const numberOf: Readonly<Record<BinUnit, (day: number) => number>> = {
  day: (day) => day,
  // 1 January 1970 was a Thursday.
  week: (day) => Math.floor((day - MONDAY) / 7),
  month: (day) => monthsOf(day),
  quarter: (day) => Math.floor(monthsOf(day) / 3),
  year: (day) => civilDay(day).year,
  decade: (day) => Math.floor(civilDay(day).year / 10),
  century: (day) => Math.floor(civilDay(day).year / 100),
};

const monthsOf = (day: number): number => {
  const { year, month } = civilDay(day);
  return year * 12 + month - 1;
};

/** The first day of a bin. */
const firstDayOf: Readonly<Record<BinUnit, (bin: number) => number>> = {
  day: (bin) => bin,
  week: (bin) => bin * 7 + MONDAY,
  month: (bin) => dayNumber(Math.floor(bin / 12), (((bin % 12) + 12) % 12) + 1, 1),
  quarter: (bin) => dayNumber(Math.floor(bin / 4), (((bin % 4) + 4) % 4) * 3 + 1, 1),
  year: (bin) => dayNumber(bin, 1, 1),
  decade: (bin) => dayNumber(bin * 10, 1, 1),
  century: (bin) => dayNumber(bin * 100, 1, 1),
};

/** The narrowest unit of which the days take few enough bins; a few events far off make it wider for all. */
const unitFor = (first: number, last: number): BinUnit =>
  binUnits.find((unit) => numberOf[unit](last) - numberOf[unit](first) < MAX_BINS) ?? 'century';

/** In the order of time; of days that are told in that order. None where there is no event. */
export const densityOf = (firstDays: readonly number[], flags: readonly number[]): Density => {
  const [first, last] = [firstDays[0], firstDays.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', bins: [] };
  const unit = unitFor(first, last);
  const [from, to] = [numberOf[unit](first), numberOf[unit](last)];
  const count = Math.min(to - from + 1, MAX_BINS * 10);
  const stated = new Array<number>(count).fill(0);
  const inferred = new Array<number>(count).fill(0);
  const firstLines = new Array<number>(count).fill(-1);
  firstDays.forEach((day, line) => {
    const bin = Math.min(count - 1, numberOf[unit](day) - from);
    const counts = ((flags[line] ?? 0) & chronologyFlags.isInferred) === 0 ? stated : inferred;
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (firstLines[bin] === -1) firstLines[bin] = line;
  });
  let next = firstDays.length - 1;
  const bins: Bin[] = [];
  for (let bin = count - 1; bin >= 0; bin--) {
    const line = firstLines[bin] ?? -1;
    if (line !== -1) next = line;
    bins.unshift({
      firstDay: firstDayOf[unit](from + bin),
      stated: stated[bin] ?? 0,
      inferred: inferred[bin] ?? 0,
      firstLine: next,
    });
  }
  return { unit, bins };
};

/** The bin in which a day lies; within the bins that there are. */
export const binAt = ({ unit, bins }: Density, day: number): number => {
  const [first] = bins;
  if (first === undefined) return -1;
  const at = numberOf[unit](day) - numberOf[unit](first.firstDay);
  return Math.max(0, Math.min(bins.length - 1, at));
};
