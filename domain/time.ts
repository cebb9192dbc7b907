import { z } from 'zod';

/** An instant in UTC, ISO 8601 with milliseconds: `2024-04-24T09:00:00.000Z`. */
export const timestampSchema = z.iso.datetime({ precision: 3 }).brand<'Timestamp'>();
export type Timestamp = z.infer<typeof timestampSchema>;

/** A day without a time of day or a zone: `2024-04-26`. */
export const calendarDateSchema = z.iso.date().brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof calendarDateSchema>;

/** A date or a date-time exactly as a publisher stated it, ISO 8601: the precision found is kept. */
export const statedDateSchema = z
  .union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])
  .brand<'StatedDate'>();
export type StatedDate = z.infer<typeof statedDateSchema>;

/** A clock: a port, so that nothing in `domain` knows what time it is. Returns milliseconds since the epoch. */
export type NowMs = () => number;

/** The instant `epochMs` (milliseconds since the epoch) as a timestamp. */
export const toTimestamp = (epochMs: number): Timestamp =>
  timestampSchema.parse(new Date(epochMs).toISOString());
