import { z } from 'zod';
import { readStatedDate } from './read-stated-date.ts';

/**
 * A day, a month or a year of the Gregorian calendar, as precise as it is known (ISO 8601-1, reduced precision):
 * `2024-04-24`, `2024-04`, `2024`. As texts they sort by time, a longer period before the dates within it.
 */
export const partialDateSchema = z
  .union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/), z.string().regex(/^\d{4}$/)])
  .brand<'PartialDate'>();
export type PartialDate = z.infer<typeof partialDateSchema>;

const monthAndYear = /^(\p{L}+)\.?,?\s+(\d{4})$/u;

const check = (iso: string): PartialDate | null => partialDateSchema.safeParse(iso).data ?? null;

/**
 * The date that was typed, as precise as it was typed: a day in any form that readStatedDate reads, a month as
 * `2024-04` or "April 2024", a year as `2024`. Null where it is not one.
 */
export const readPartialDate = (raw: string): PartialDate | null => {
  const text = raw.trim();
  const asTyped = check(text);
  if (asTyped !== null) return asTyped;
  const [, month, year] = monthAndYear.exec(text) ?? [];
  const day = readStatedDate(month === undefined ? text : `1 ${month} ${year}`);
  return day === null ? null : check(day.slice(0, month === undefined ? 10 : 7));
};
