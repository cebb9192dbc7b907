import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import type { CalendarDate, StatedDate, Timestamp } from '../../time.ts';
import type { Period } from '../memo.ts';
import { printedWords } from './printed-words.ts';

const { to: until, months } = printedWords.date;
const { source: words } = printedWords;

/**
 * The day as printed: "22 April 2024". Of a date-time the day is the one that was stated, in its own zone: a
 * newspaper's date is not moved to another zone. Written out here, so that a print is the same on every machine.
 */
export const printDay = (date: CalendarDate | StatedDate | Timestamp): string => {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
};

/**
 * "17 to 24 April 2024", "30 March to 5 April 2024", "28 December 2023 to 3 January 2024"; one day alone as that day.
 */
export const printPeriod = ({ from, to }: Period): string => {
  if (from === to) return printDay(from);
  const [day = '', month = '', year = ''] = printDay(from).split(' ');
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day} ${until} ${printDay(to)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? `${day} ${month}` : `${day} ${month} ${year}`} ${until} ${printDay(to)}`;
};

/** When an article was published, and whether that was worked out by the analyst: "22 April 2024 (inferred)". */
export const printPublished = ({
  publishedAt,
  dateCertainty,
}: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>): string => {
  if (publishedAt === null) return words.undated;
  return dateCertainty === 'inferred' ? `${printDay(publishedAt)} ${words.inferred}` : printDay(publishedAt);
};

/** The information cut-off as printed: "24 April 2024", or "24 April 2024, 09:00 UTC" where it is an instant. */
export const printAsOf = (asOf: CalendarDate | Timestamp): string =>
  asOf.length === 10 ? printDay(asOf) : `${printDay(asOf)}, ${asOf.slice(11, 16)} UTC`;

/** The cut-off in whole seconds since the epoch; a day counts from its first second, UTC. */
export const asOfEpochSeconds = (asOf: CalendarDate | Timestamp): number =>
  Math.floor(Date.parse(asOf) / 1000);
