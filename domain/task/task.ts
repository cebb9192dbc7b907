import { z } from 'zod';
import { articleIdSchema, memoIdSchema, passageIdSchema, taskIdSchema } from '../ids.ts';
import { calendarDateSchema, timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';
import { repeatSchema } from './repeat.ts';

export const taskKinds = ['gap', 'verify', 'contact', 'other'] as const;
export const taskStates = ['open', 'waiting', 'done', 'cancelled'] as const;
export const taskKindSchema = z.enum(taskKinds);
export const taskStateSchema = z.enum(taskStates);
export type TaskKind = z.infer<typeof taskKindSchema>;
export type TaskState = z.infer<typeof taskStateSchema>;

/** A follow-up. It is stored with what it is on: in the annotations of an article, in a memo, or in tasks.json. */
export const taskSchema = z.strictObject({
  id: taskIdSchema,
  /** The passage of the same article that the task is on; null where it is on the article, a memo or nothing. */
  passageId: passageIdSchema.nullable(),
  title: z.string().trim().min(1).max(500),
  kind: taskKindSchema,
  state: taskStateSchema,
  due: calendarDateSchema.nullable(),
  /** Absent where it comes once. Only what has a day comes again; what is done has handed it on to the next. */
  repeat: repeatSchema.exactOptional(),
  owner: z.string().nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  completedAt: timestampSchema.nullable(),
  /** The passage that answers it, and so has made it done. Absent where none is named. */
  answeredBy: z.strictObject({ articleId: articleIdSchema, passageId: passageIdSchema }).exactOptional(),
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type Task = z.infer<typeof taskSchema>;

/** What a task is on, and so where it is stored. */
export const taskPlaceSchema = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('passage'), articleId: articleIdSchema, passageId: passageIdSchema }),
  z.strictObject({ on: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ on: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({ on: z.literal('nothing') }),
]);
export type TaskPlace = z.infer<typeof taskPlaceSchema>;

/** Whether the task is still to be done: open, or waiting for someone. */
export const isOpenTask = ({ state, deletedAt }: Pick<Task, 'state' | 'deletedAt'>): boolean =>
  deletedAt === null && (state === 'open' || state === 'waiting');
