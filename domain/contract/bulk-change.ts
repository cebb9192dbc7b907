/** What can be done to many passages in one act: edits of a single one that mean the same on each of them, and a task. */
import { z } from 'zod';
import { passageEdits } from '../passage/edit/passage-edit.ts';
import { newTask } from './inputs.ts';

export const bulkChangeSchema = z.discriminatedUnion('does', [
  passageEdits.label,
  passageEdits.tag,
  passageEdits.source,
  passageEdits.grade,
  passageEdits['append-note'],
  z.strictObject({ does: z.literal('task'), task: newTask }),
  passageEdits.delete,
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
