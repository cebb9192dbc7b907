/** How many events are where, for the strip above a chronology: bins of one calendar unit, of equal width. */
import { chronologyFlags } from '#domain/contract/event.ts';
import { civilDay, dayNumber } from '#domain/dates/when/edtf.ts';
import { printDayNumber } from '#domain/dates/when/print-when.ts';

/** The wide ones are for the long years of EDTF, of up to nine digits. */
const yearsOfUnit = {
  year: 1,
  decade: 10,
  century: 100,
  millennium: 1000,
  'ten thousand years': 1e4,
  'hundred thousand years': 1e5,
  'million years': 1e6,
  'ten million years': 1e7,
  'hundred million years': 1e8,
} as const;
type YearsUnit = keyof typeof yearsOfUnit;
export type BinUnit = 'day' | 'week' | 'month' | 'quarter' | YearsUnit;
const yearsUnits = Object.keys(yearsOfUnit) as readonly YearsUnit[];
const binUnits: readonly BinUnit[] = ['day', 'week', 'month', 'quarter', ...yearsUnits];

export type Bin = {
  readonly firstDay: number;
  readonly stated: number;
  readonly inferred: number;
  /** The line of the list where it begins; that of the next events if it is empty. */
  readonly firstLine: number;
};

export type Density = { readonly unit: BinUnit; readonly bins: readonly Bin[] };

/** More bars than this are too thin to read. */
const MAX_BINS = 72;

const MONDAY = 4;

/** The number of the bin that contains a day, counted from a fixed day long ago. */
const numberOf = (unit: BinUnit, day: number): number => {
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      // 1 January 1970 was a Thursday.
      return Math.floor((day - MONDAY) / 7);
    case 'month':
      return monthsOf(day);
    case 'quarter':
      return Math.floor(monthsOf(day) / 3);
    default:
      return Math.floor(civilDay(day).year / yearsOfUnit[unit]);
  }
};

const monthsOf = (day: number): number => {
  const { year, month } = civilDay(day);
  return year * 12 + month - 1;
};

/** The first day of a bin. */
const firstDayOf = (unit: BinUnit, bin: number): number => {
  switch (unit) {
    case 'day':
      return bin;
    case 'week':
      return bin * 7 + MONDAY;
    case 'month':
      return dayNumber(Math.floor(bin / 12), (((bin % 12) + 12) % 12) + 1, 1);
    case 'quarter':
      return dayNumber(Math.floor(bin / 4), (((bin % 4) + 4) % 4) * 3 + 1, 1);
    default:
      return dayNumber(bin * yearsOfUnit[unit], 1, 1);
  }
};

/** A bin in words: "22 Apr 2024", "week of 22 Apr 2024", "Q2 2024", "2010–2019", "50 BC–41 BC". */
export const nameOfBin = (unit: BinUnit, firstDay: number): string => {
  const { year, month } = civilDay(firstDay);
  switch (unit) {
    case 'day':
      return printDayNumber(firstDay, 'day', { isShort: true });
    case 'week':
      return `week of ${printDayNumber(firstDay, 'day', { isShort: true })}`;
    case 'month':
      return printDayNumber(firstDay, 'month', { isShort: true });
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${printDayNumber(firstDay, 'year')}`;
    case 'year':
      return printDayNumber(firstDay, 'year');
    default: {
      const last = dayNumber(year + yearsOfUnit[unit] - 1, 1, 1);
      return `${printDayNumber(firstDay, 'year')}–${printDayNumber(last, 'year')}`;
    }
  }
};

/** The narrowest unit that needs few enough bins; a few distant events make it wider for all. */
const unitFor = (first: number, last: number): BinUnit =>
  binUnits.find((unit) => numberOf(unit, last) - numberOf(unit, first) < MAX_BINS) ?? 'hundred million years';

/** In order of time, from days in that order. No bins without events. */
export const densityOf = (firstDays: readonly number[], flags: readonly number[]): Density => {
  const [first, last] = [firstDays[0], firstDays.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', bins: [] };
  const unit = unitFor(first, last);
  const [from, to] = [numberOf(unit, first), numberOf(unit, last)];
  const count = to - from + 1;
  const stated = new Array<number>(count).fill(0);
  const inferred = new Array<number>(count).fill(0);
  const firstLines = new Array<number>(count).fill(-1);
  firstDays.forEach((day, line) => {
    const bin = numberOf(unit, day) - from;
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
      firstDay: firstDayOf(unit, from + bin),
      stated: stated[bin] ?? 0,
      inferred: inferred[bin] ?? 0,
      firstLine: next,
    });
  }
  return { unit, bins };
};

/** The bin that contains a day, clamped to the existing bins. */
export const binAt = ({ unit, bins }: Density, day: number): number => {
  const [first] = bins;
  if (first === undefined) return -1;
  const at = numberOf(unit, day) - numberOf(unit, first.firstDay);
  return Math.max(0, Math.min(bins.length - 1, at));
};
