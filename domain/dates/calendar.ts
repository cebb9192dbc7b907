/** Days of the Gregorian calendar, reckoned without a clock and without a zone. */
import { type CalendarDate, calendarDateSchema } from '../time.ts';

const DAY_MS = 86_400_000;

const toEpochMs = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** The day `days` after `date`, or before it where `days` is negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  calendarDateSchema.parse(new Date(toEpochMs(date) + days * DAY_MS).toISOString().slice(0, 10));

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (date: CalendarDate): number => new Date(toEpochMs(date)).getUTCDay() || 7;

/** The next day that is that day of the week, 1 for Monday; never `date` itself. */
export const nextWeekday = (weekday: number, date: CalendarDate): CalendarDate => {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return addDays(date, ahead === 0 ? 7 : ahead);
};

/** The Sunday that ends the week of `date` (ISO 8601 weeks begin on Monday). */
export const endOfWeek = (date: CalendarDate): CalendarDate => addDays(date, 7 - weekdayOf(date));
