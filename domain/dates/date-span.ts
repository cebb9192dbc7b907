/** Days, weeks, months, quarters and years of the Gregorian calendar, reckoned without a clock and without a zone. */
import { type CalendarDate, calendarDateSchema } from '../time.ts';
import { addDays, endOfWeek, weekdayOf } from './calendar.ts';
import type { PeriodUnit } from './date-expression.ts';
import type { EventTime } from './event-date.ts';
import { partialDateSchema } from './partial-date.ts';

/** A stretch of days, first and last included. `days` and `months` (whole ones) are no units of the calendar. */
export type DateSpan = {
  readonly unit: 'day' | 'days' | 'months' | PeriodUnit;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
};

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));
const monthOf = (date: CalendarDate): number => Number(date.slice(5, 7));

/** The day, null where the month has no such day. */
export const dayAt = (year: number, month: number, day: number): CalendarDate | null => {
  const parts = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return calendarDateSchema.safeParse(parts.join('-')).data ?? null;
};

/** One day as a span. */
export const daySpan = (day: CalendarDate): DateSpan => ({ unit: 'day', first: day, last: day });

/**
 * `length` months from the month with the index `index`, counted from January of year 0; null outside the years 1
 * to 9998.
 */
export const monthsFrom = (unit: DateSpan['unit'], index: number, length: number): DateSpan | null => {
  const first = dayAt(Math.floor(index / 12), (index % 12) + 1, 1);
  const after = dayAt(Math.floor((index + length) / 12), ((index + length) % 12) + 1, 1);
  return first === null || after === null ? null : { unit, first, last: addDays(after, -1) };
};

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The month `month` (1 to 12) of a year; null outside the years 1 to 9998. */
export const monthSpan = (year: number, month: number): DateSpan | null =>
  monthsFrom('month', year * 12 + month - 1, 1);

/**
 * The week (ISO 8601, from Monday), month, calendar quarter or year `offset` units after the one that contains
 * `date`; null where it is outside the years that can be written.
 */
export const periodSpan = (unit: PeriodUnit, date: CalendarDate, offset: number): DateSpan | null => {
  if (unit === 'week') {
    const last = addDays(endOfWeek(date), offset * 7);
    return { unit, first: addDays(last, -6), last };
  }
  const length = monthsIn[unit];
  const index = yearOf(date) * 12 + monthOf(date) - 1;
  return monthsFrom(unit, (Math.floor(index / length) + offset) * length, length);
};

/** The nearest such weekday (1 is Monday) on or after `date`. */
export const weekdayFrom = (date: CalendarDate, weekday: number): CalendarDate =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);

const lengths = { day: 10, month: 7, year: 4, days: 10, months: 7, week: 10, quarter: 7 } as const;

/** The span as the time of an event: one day, month or year where it is one, otherwise from its first to its last. */
export const eventTimeOf = ({ unit, first, last }: DateSpan): EventTime => {
  const [date, until] = [first, last].map((day) => partialDateSchema.parse(day.slice(0, lengths[unit])));
  if (date === undefined) throw new Error('a span has no beginning');
  return until === undefined || until === date ? { date } : { date, until };
};

/** The first and last day of a date that is known to the year, the month, the day, or as an instant. */

/** `2024` → `2024-01-01`. */
export const firstDayOf = (date: string): string =>
  date.slice(0, 10).padEnd(10, '-01-01'.slice(Math.min(date.length, 10) - 4));

const lastOfMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // The day before the first of the month after; years below 100 are those of no century.
  const day = new Date(Date.UTC(2000 + (year % 400), number, 0)).getUTCDate();
  return `${month}-${day}`;
};

/** `2024` → `2024-12-31`, `2024-02` → `2024-02-29`. */
export const lastDayOf = (date: string): string => {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? lastOfMonth(date) : date.slice(0, 10);
};
