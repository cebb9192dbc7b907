import type { DateSpan } from '../dates/date-span.ts';
import { printWhen } from '../dates/when/print-when.ts';
import type { BinUnit } from './chart-question.ts';

const day = (date: string): string => printWhen(date, { isShort: true });
const month = (date: string): string => printWhen(date.slice(0, 7), { isShort: true });

const quarter = ({ first }: DateSpan): string =>
  `Q${Math.ceil(Number(first.slice(5, 7)) / 3)} ${first.slice(0, 4)}`;

const names: Readonly<Record<BinUnit, (span: DateSpan) => string>> = {
  day: ({ first }) => day(first),
  week: ({ first, last }) => `${day(first)} to ${day(last)}`,
  month: ({ first }) => month(first),
  quarter,
  year: ({ first }) => first.slice(0, 4),
};

/** "15 Apr 2024 to 21 Apr 2024", "Apr 2024", "Q2 2024", "2024". */
export const printSpan = (unit: BinUnit, span: DateSpan): string => names[unit](span);

/** As short as an axis has room for: "15 Apr", "Apr 2024". */
export const printTick = (unit: BinUnit, span: DateSpan): string =>
  unit === 'day' || unit === 'week'
    ? printWhen(span.first, { isShort: true, year: Number(span.first.slice(0, 4)) })
    : names[unit](span);
