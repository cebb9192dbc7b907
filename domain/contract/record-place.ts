import { z } from 'zod';
import { articleIdSchema, memoIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';

/** A record that a view can open. */
export const recordPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({ kind: z.literal('tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('source'), sourceId: sourceIdSchema }),
]);
export type RecordPlace = z.infer<typeof recordPlaceSchema>;
