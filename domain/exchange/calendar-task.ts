/**
 * A to-do of a calendar (RFC 5545, 3.6.2) as it is written: what no task of Precis can hold is named, and stays there.
 */
import { z } from 'zod';
import { taskIdSchema } from '../ids.ts';
import { taskKindSchema, taskSchema, taskStateSchema } from '../task/task.ts';
import { calendarDateSchema, timestampSchema } from '../time.ts';

/** So many to-dos a calendar holds at most. */
export const MAX_CALENDAR_TASKS = 10_000;

/** A day, or an instant whose day depends on where the reader is. */
export const calendarTimeSchema = z.union([
  z.strictObject({ day: calendarDateSchema }),
  z.strictObject({ at: timestampSchema }),
]);
export type CalendarTime = z.infer<typeof calendarTimeSchema>;

/** Every so many days, weeks or months; `day` of the month where the rule names one, else that of the day it is due. */
export const calendarRuleSchema = z.strictObject({
  unit: z.enum(['day', 'week', 'month']),
  every: z.int().min(1).max(999),
  day: z.int().min(1).max(31).nullable(),
});
export type CalendarRule = z.infer<typeof calendarRuleSchema>;

/** What a to-do may have beside, by its name within a sentence. */
export const calendarExtras = [
  'description',
  'rule of repetition',
  'alarm',
  'priority',
  'place',
  'attachments',
] as const;

export const MAX_UID = 1_000;

/** So long a name is at most. */
export const MAX_OWNER = 200;

export const calendarTaskSchema = z.strictObject({
  uid: z.string().trim().min(1).max(MAX_UID),
  /** Null where it has none. */
  title: taskSchema.shape.title.nullable(),
  /** Null where it has no day; absent where nothing is said of one, or nothing that can be read. */
  due: calendarTimeSchema.nullable().exactOptional(),
  state: taskStateSchema.nullable(),
  kind: taskKindSchema.nullable(),
  /** Who is to do it; null where nobody is named. */
  owner: z.string().trim().min(1).max(MAX_OWNER).nullable(),
  /** Null where it comes once, or by a rule that Precis has none for. */
  rule: calendarRuleSchema.nullable(),
  /** When it was last changed in the calendar; null where that is not known. */
  revisedAt: timestampSchema.nullable(),
  completedAt: timestampSchema.nullable(),
  extras: z.array(z.enum(calendarExtras)).max(calendarExtras.length),
});
export type CalendarTask = z.infer<typeof calendarTaskSchema>;

/**
 * What tells the UID of one to-do from another, within a file and between files: as it is written (RFC 5545, 3.8.4.7),
 * but for one that is a UUID, which is the same in either case (RFC 9562, 4).
 */
export const uidKey = ({ uid }: Pick<CalendarTask, 'uid'>): string =>
  taskIdSchema.safeParse(uid.toLowerCase()).data ?? uid;
