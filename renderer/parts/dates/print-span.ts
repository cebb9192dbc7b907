/** Spans of days, and dates that are no more precise than they are known, as the window prints them. */

import type { DateSpan } from '#domain/dates/date-span.ts';
import type { EventTime } from '#domain/dates/event-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';

type Style = 'long' | 'short';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });

const formats = (month: Style) => ({
  day: format({ day: 'numeric', month, year: 'numeric' }),
  weekday: format({ weekday: 'long', day: 'numeric', month, year: 'numeric' }),
  month: format({ month, year: 'numeric' }),
});
const styles = { long: formats('long'), short: formats('short') };

const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** Without the commas that some versions of ICU put in, and with the narrow blanks that others do made plain. */
const plain = (text: string): string =>
  text
    .replace(/,/g, '')
    .replace(/[\u2009\u202f]/g, ' ')
    .replace(/ – /g, '–');

/** "Wednesday 24 April 2024", "22–28 April 2024", "April 2024", "2024"; in short "24 Apr 2024". */
export const printSpan = ({ unit, first, last }: DateSpan, style: Style = 'long'): string => {
  const { day, weekday, month } = styles[style];
  switch (unit) {
    case 'day':
      return plain((style === 'long' ? weekday : day).format(dateOf(first)));
    case 'month':
      return plain(month.format(dateOf(first)));
    case 'year':
      return String(Number(first.slice(0, 4)));
    case 'quarter':
    case 'months':
      return plain(month.formatRange(dateOf(first), dateOf(last)));
    default:
      return plain(day.formatRange(dateOf(first), dateOf(last)));
  }
};

/** "24–26 April 2024", "April–June 2024", "2023–2024"; of one date as printPartialDate. */
export const printEventTime = ({ date, until }: EventTime, style: Style = 'long'): string => {
  if (until === undefined) return printPartialDate(date, style);
  if (date.length === 4) return `${date}–${until}`;
  const { day, month } = styles[style];
  return date.length === 7
    ? plain(month.formatRange(dateOf(`${date}-01`), dateOf(`${until}-01`)))
    : plain(day.formatRange(dateOf(date), dateOf(until)));
};

/** "24 April 2024", "April 2024", "2024". */
export const printPartialDate = (date: PartialDate, style: Style = 'long'): string => {
  if (date.length === 4) return date;
  const { day, month } = styles[style];
  return plain(date.length === 7 ? month.format(dateOf(`${date}-01`)) : day.format(dateOf(date)));
};
