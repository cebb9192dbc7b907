import { addDays } from '#domain/dates/calendar.ts';
import { type CalendarDate, type Timestamp, toTimestamp } from '#domain/time.ts';

/** The first of the seven days that end with `today`. */
export const firstDayOfWeekBack = (today: CalendarDate): CalendarDate => addDays(today, -6);

/** The start, in this machine's time zone, of the seven days that end with `today`. */
export const beginOfWeekBack = (today: CalendarDate): Timestamp =>
  toTimestamp(new Date(`${firstDayOfWeekBack(today)}T00:00`).getTime());
