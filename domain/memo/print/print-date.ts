import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import type { CalendarDate, StatedDate, Timestamp } from '../../time.ts';
import type { Period } from '../memo.ts';
import { englishWords, type PrintedWords } from './printed-words.ts';

type Day = { readonly day: number; readonly month: string; readonly year: number };

const read = (date: string, { date: { months } }: PrintedWords): Day => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  return { day, month: months[month - 1] ?? '', year };
};

/**
 * The day as printed: "22 April 2024", in the words of the window unless others are given. Of a date-time the day is
 * the one that was stated, in its own zone: a newspaper's date is not moved to another zone. Written out here, so that
 * a print is the same on every machine.
 */
export const printDay = (date: CalendarDate | StatedDate | Timestamp, words = englishWords): string => {
  const { day, month, year } = read(date, words);
  return words.date.day(day, month, year);
};

/**
 * "17 to 24 April 2024", "30 March to 5 April 2024", "28 December 2023 to 3 January 2024"; one day alone as that day.
 */
export const printPeriod = ({ from, to }: Period, words = englishWords): string => {
  const last = printDay(to, words);
  if (from === to) return last;
  const [first, end] = [read(from, words), read(to, words)];
  if (from.slice(0, 7) === to.slice(0, 7))
    return words.date.withinMonth(first.day, end.day, end.month, end.year);
  if (first.year === end.year) return words.date.withinYear(first.day, first.month, last);
  return words.date.between(printDay(from, words), last);
};

/** When an article was published, and whether that was worked out by the analyst: "22 April 2024 (inferred)". */
export const printPublished = (
  { publishedAt, dateCertainty }: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>,
  words = englishWords,
): string => {
  if (publishedAt === null) return words.source.undated;
  const day = printDay(publishedAt, words);
  return dateCertainty === 'inferred' ? `${day} ${words.source.inferred}` : day;
};

/** The information cut-off as printed: "24 April 2024", or "24 April 2024, 09:00 UTC" where it is an instant. */
export const printAsOf = (asOf: CalendarDate | Timestamp, words = englishWords): string =>
  asOf.length === 10
    ? printDay(asOf, words)
    : `${printDay(asOf, words)}${words.sign.comma}${asOf.slice(11, 16)} UTC`;

/** The cut-off in whole seconds since the epoch; a day counts from its first second, UTC. */
export const asOfEpochSeconds = (asOf: CalendarDate | Timestamp): number =>
  Math.floor(Date.parse(asOf) / 1000);
