import { z } from 'zod';
import { searchIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** The scope of a search: everything in the archive, or its passages only. */
export const searchScopes = ['everything', 'passages'] as const;
export const searchScopeSchema = z.enum(searchScopes);
export type SearchScope = z.infer<typeof searchScopeSchema>;

/** In UTF-16 units. */
export const SEARCH_LIMIT = 2000;

/**
 * A named search. Its conditions refer to tags, sources and articles by id, so that its meaning stays the same
 * when they are renamed, moved or merged.
 */
export const savedSearchSchema = z.strictObject({
  id: searchIdSchema,
  name: z.string().trim().min(1).max(80),
  text: z.string().max(SEARCH_LIMIT),
  scope: searchScopeSchema,
  /** Its sort key among the others: the least comes first. */
  place: z.number(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

type Placed = Pick<SavedSearch, 'id' | 'place'>;

/** Saved searches in their order. */
export const bySearchPlace = (a: Placed, b: Placed): number => a.place - b.place || (a.id < b.id ? -1 : 1);

/** The sort key for a place before the one of `others`, which are in order; after all of them where it is null. */
export const placeBefore = (others: readonly Placed[], beforeId: string | null): number => {
  const at = others.findIndex(({ id }) => id === beforeId);
  const [before, after] = at === -1 ? [others.at(-1), undefined] : [others[at - 1], others[at]];
  if (after === undefined) return (before?.place ?? 0) + 1;
  return before === undefined ? after.place - 1 : (before.place + after.place) / 2;
};
