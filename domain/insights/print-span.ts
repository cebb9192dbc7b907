import type { DateSpan } from '../dates/date-span.ts';
import type { BinUnit } from './chart-question.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
const dayOfYear = format({ day: 'numeric', month: 'short' });
const month = format({ month: 'short', year: 'numeric' });
const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`);

const quarter = ({ first }: DateSpan): string =>
  `Q${Math.ceil(Number(first.slice(5, 7)) / 3)} ${first.slice(0, 4)}`;

const names: Readonly<Record<BinUnit, (span: DateSpan) => string>> = {
  day: ({ first }) => day.format(dateOf(first)),
  week: ({ first, last }) => `${day.format(dateOf(first))} to ${day.format(dateOf(last))}`,
  month: ({ first }) => month.format(dateOf(first)),
  quarter,
  year: ({ first }) => first.slice(0, 4),
};

/** "15 Apr 2024 to 21 Apr 2024", "Apr 2024", "Q2 2024", "2024". */
export const printSpan = (unit: BinUnit, span: DateSpan): string => names[unit](span);

/** As short as an axis has room for: "15 Apr", "Apr 2024". */
export const printTick = (unit: BinUnit, span: DateSpan): string =>
  unit === 'day' || unit === 'week' ? dayOfYear.format(dateOf(span.first)) : names[unit](span);
