/** What can be done to many passages or articles in one act: what means the same on each of them. */
import { z } from 'zod';
import { articleStateSchema } from '../article/annotations.ts';
import { sourceIdSchema } from '../ids.ts';
import { passageEdits } from '../passage/edit/passage-edit.ts';
import { markingSchema } from '../tradecraft/marking.ts';
import { newTask } from './inputs.ts';

/** Edits of a single passage, and a task on each. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  passageEdits.label,
  passageEdits.tag,
  passageEdits.source,
  passageEdits.concerned,
  passageEdits.grade,
  passageEdits['append-note'],
  z.strictObject({ kind: z.literal('task'), task: newTask }),
  passageEdits.delete,
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/** Edits of the analyst's details of an article. */
export const articleBulkChangeSchema = z.discriminatedUnion('kind', [
  passageEdits.tag,
  z.strictObject({ kind: z.literal('state'), state: articleStateSchema }),
  z.strictObject({ kind: z.literal('publication'), publicationId: sourceIdSchema.nullable() }),
  z.strictObject({ kind: z.literal('marking'), marking: markingSchema.nullable() }),
  z.strictObject({ kind: z.literal('delete') }),
]);
export type ArticleBulkChange = z.infer<typeof articleBulkChangeSchema>;
