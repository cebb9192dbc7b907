import type { Bibliography } from '../../article/bibliography/bibliography.ts';
import type { CalendarDate, StatedDate, Timestamp } from '../../time.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * The day as printed: "22 April 2024". Of a date-time the day is the one that was stated, in its own zone: a
 * newspaper's date is not moved to another zone. Written out here, so that a print is the same on every machine.
 */
export const printDay = (date: CalendarDate | StatedDate | Timestamp): string => {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
};

/** When an article was published, and whether that was worked out by the analyst: "22 April 2024 (inferred)". */
export const printPublished = ({
  publishedAt,
  dateCertainty,
}: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>): string => {
  if (publishedAt === null) return 'undated';
  return dateCertainty === 'inferred' ? `${printDay(publishedAt)} (inferred)` : printDay(publishedAt);
};

/** The information cut-off as printed: "24 April 2024", or "24 April 2024, 09:00 UTC" where it is an instant. */
export const printAsOf = (asOf: CalendarDate | Timestamp): string =>
  asOf.length === 10 ? printDay(asOf) : `${printDay(asOf)}, ${asOf.slice(11, 16)} UTC`;

/** The cut-off in whole seconds since the epoch; a day counts from its first second, UTC. */
export const asOfEpochSeconds = (asOf: CalendarDate | Timestamp): number =>
  Math.floor(Date.parse(asOf) / 1000);
