/** Spans of days, and dates of any precision, as the window prints them. */

import type { DateSpan } from '#domain/dates/date-span.ts';
import type { EventTime } from '#domain/dates/event-date.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { printWhen } from '#domain/dates/when/print-when.ts';

type Style = 'long' | 'short';

const print = (edtf: string, style: Style, hasWeekday = false): string =>
  printWhen(edtf, { isShort: style === 'short', hasWeekday });

/** "Wednesday 24 April 2024", "22–28 April 2024", "April 2024", "2024"; in short "24 Apr 2024". */
export const printSpan = ({ unit, first, last }: DateSpan, style: Style = 'long'): string => {
  switch (unit) {
    case 'day':
      return print(first, style, style === 'long');
    case 'month':
      return print(first.slice(0, 7), style);
    case 'year':
      return print(first.slice(0, 4), style);
    case 'quarter':
    case 'months':
      return print(`${first.slice(0, 7)}/${last.slice(0, 7)}`, style);
    default:
      return print(`${first}/${last}`, style);
  }
};

/** "24–26 April 2024", "April–June 2024", "2023–2024"; a single date as printPartialDate does. */
export const printEventTime = ({ date, until }: EventTime, style: Style = 'long'): string =>
  print(until === undefined ? date : `${date}/${until}`, style);

/** "24 April 2024", "April 2024", "2024". */
export const printPartialDate = (date: PartialDate, style: Style = 'long'): string => print(date, style);
