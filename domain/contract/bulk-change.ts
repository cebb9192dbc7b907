/** What can be done to many passages in one act: the single acts' meaning, on each of them. */
import { z } from 'zod';
import { sourceIdSchema, tagIdSchema } from '../ids.ts';
import { labelSchema } from '../passage/label.ts';
import { taskSchema } from '../task/task.ts';
import { gradeWishSchema } from '../tradecraft/grade-wish.ts';

export const bulkChangeSchema = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('label'), label: labelSchema }),
  z.strictObject({ does: z.literal('tag'), add: z.array(tagIdSchema), remove: z.array(tagIdSchema) }),
  z.strictObject({ does: z.literal('source'), sourceId: sourceIdSchema.nullable() }),
  z.strictObject({
    does: z.literal('grade'),
    grade: gradeWishSchema,
    confirmedBecause: z.string().min(1).max(2000).nullable(),
  }),
  /** Goes below what each note says already. */
  z.strictObject({ does: z.literal('note'), text: z.string().trim().min(1).max(10_000) }),
  z.strictObject({
    does: z.literal('task'),
    task: taskSchema.pick({ title: true, kind: true, due: true, owner: true }),
  }),
  z.strictObject({ does: z.literal('delete') }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
