import { z } from 'zod';
import { searchIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { passageFilterSchema } from './filters.ts';

/** A filter of the passages table that was given a name. */
export const savedSearchSchema = z.strictObject({
  id: searchIdSchema,
  name: z.string().trim().min(1).max(80),
  filter: passageFilterSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  deletedAt: timestampSchema.nullable(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
