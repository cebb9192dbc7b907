import type { Position } from '#domain/source/position.ts';
import { printPartialDate } from '#renderer/parts/dates/print-span.ts';

/** "April 2021 to 2023", "since 2021", "until 2023"; empty where no day is known. */
export const printTenure = ({ from, until }: Pick<Position, 'from' | 'until'>): string => {
  if (from !== null && until !== null) return `${printPartialDate(from)} to ${printPartialDate(until)}`;
  if (from !== null) return `since ${printPartialDate(from)}`;
  return until === null ? '' : `until ${printPartialDate(until)}`;
};
