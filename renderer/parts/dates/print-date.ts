/** Dates as the window prints them. Days have no time zone: they are printed as written. */
import { printWhen } from '#domain/dates/when/print-when.ts';
import type { CalendarDate, StatedDate, Timestamp } from '#domain/time.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const localDay = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

/** As precise as stated: "2024", "Apr 2024", "22 Apr 2024". */
export const printStatedDate = (date: string): string => printWhen(date.slice(0, 10), { isShort: true });

/** "22 April 2024" */
export const printDay = (date: CalendarDate | StatedDate): string => printWhen(date.slice(0, 10));

/** "Monday 22 April", for the heading of a day. */
export const printLongDay = (date: CalendarDate): string =>
  printWhen(date, { hasWeekday: true, year: yearOf(date) });

/** "22 Apr", with the year if it differs from that of `today`. */
export const printShortDay = (date: CalendarDate | StatedDate, today: CalendarDate): string =>
  printWhen(date.slice(0, 10), { isShort: true, year: yearOf(today) });

/** As precise as stated; a day as "22 Apr", with the year if it differs from that of `today`. */
export const printStatedDay = (date: string, today: CalendarDate): string =>
  /^\d{4}-\d{2}-\d{2}/.test(date) ? printShortDay(date as CalendarDate, today) : printStatedDate(date);

/** A due day: "today", "tomorrow", "Fri 26 Apr". */
export const printDue = (due: CalendarDate, today: CalendarDate): string => {
  if (due === today) return 'today';
  return printWhen(due, { isShort: true, hasWeekday: true, year: yearOf(today) });
};

/** The day of an instant in the analyst's time zone, in short: "22 Apr". */
export const printInstantDay = (at: Timestamp, today: CalendarDate): string =>
  printShortDay(localDay.format(new Date(at)) as CalendarDate, today);

/** When an article was published: "22 Apr"; without a date, when it was imported: "no date, imported 22 Apr". */
export const printArticleDay = (
  { publishedAt, importedAt }: { readonly publishedAt: StatedDate | null; readonly importedAt: Timestamp },
  today: CalendarDate,
): string =>
  publishedAt === null
    ? `no date, imported ${printInstantDay(importedAt, today)}`
    : printShortDay(publishedAt, today);

/** The time of an instant in the analyst's time zone: "09:14". */
export const printClock = (at: Timestamp): string => clock.format(new Date(at));
