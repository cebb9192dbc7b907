/**
 * How long an item has been seen in the trash. A clock may be wrong, and a `deletedAt` may come from another hand:
 * therefore an item is deleted for good only when it has been there for its term by the clock and, in addition, on
 * as many different days on which Precis was started. A day is counted once; a day to which the date jumped is not
 * counted.
 *
 * The count is stored on each machine, not in the archive: the days that one machine has seen do not verify
 * another's clock, and a shared file would change at every start. A machine without a count begins anew, which
 * only keeps things longer.
 */
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, type Timestamp, toTimestamp } from '../time.ts';

export const trashDaysSchema = z.strictObject({
  /** The day of the last start; null before the first one. */
  lastDay: calendarDateSchema.nullable(),
  /** The day to which the date jumped last. */
  jumpedTo: calendarDateSchema.nullable(),
  /** How many days were counted. */
  counted: z.int().min(0),
  /** How many days had been counted when each thing was first seen in the trash, by `keyOf`. */
  seenSince: z.record(z.string(), z.int().min(0)),
});
export type TrashDays = z.infer<typeof trashDaysSchema>;

export const noTrashDays: TrashDays = { lastDay: null, jumpedTo: null, counted: 0, seenSince: {} };

/** How long deleted items stay in the trash before they are deleted for good. */
export const TRASH_DAYS = 30;

const TERM_MS = TRASH_DAYS * 24 * 60 * 60 * 1000;

/** When what was deleted at `deletedAt` may go for good. */
export const endOfTrashTerm = (deletedAt: Timestamp): Timestamp =>
  toTimestamp(Date.parse(deletedAt) + TERM_MS);

/** Whether what was deleted at `deletedAt` has lain in the trash for its whole term. */
export const isPastTrashTerm = (deletedAt: Timestamp, nowMs: number): boolean =>
  nowMs >= Date.parse(deletedAt) + TERM_MS;

/** A longer time between two starts may be a clock that was set: everything in the trash would be past its term. */
const LONGEST_PAUSE_DAYS = TRASH_DAYS;
const DAY_MS = 24 * 60 * 60 * 1000;

type Lying = { readonly kind: string; readonly id: string; readonly deletedAt: Timestamp };

/** An item that was restored and deleted again is counted anew. */
const keyOf = ({ kind, id, deletedAt }: Lying): string => `${kind} ${id} ${deletedAt}`;

const isJump = (lastDay: CalendarDate, today: CalendarDate): boolean =>
  today < lastDay || Date.parse(today) - Date.parse(lastDay) > LONGEST_PAUSE_DAYS * DAY_MS;

/** The start of the app on the day `today`, counted. */
const countStart = (days: TrashDays, today: CalendarDate): TrashDays => {
  const { lastDay, counted } = days;
  if (lastDay === today) return days;
  if (lastDay !== null && isJump(lastDay, today)) return { ...days, lastDay: today, jumpedTo: today };
  return { ...days, lastDay: today, counted: counted + 1 };
};

/** The count after a start on the day `today` that found `rows` in the trash. */
export const seeTrash = (before: TrashDays, today: CalendarDate, rows: readonly Lying[]): TrashDays => {
  const days = countStart(before, today);
  const keys = rows.map(keyOf);
  const seenSince = Object.fromEntries(keys.map((key) => [key, days.seenSince[key] ?? days.counted]));
  return { ...days, seenSince };
};

/** Those of `rows` that may go for good: past their term by the clock and by the days seen; none on a day of a jump. */
export const rowsPastTerm = <R extends Lying>(
  { lastDay, jumpedTo, counted, seenSince }: TrashDays,
  rows: readonly R[],
  nowMs: number,
): readonly R[] => {
  if (lastDay !== null && lastDay === jumpedTo) return [];
  return rows.filter((row) => {
    const since = seenSince[keyOf(row)];
    return since !== undefined && counted - since >= TRASH_DAYS && isPastTrashTerm(row.deletedAt, nowMs);
  });
};
