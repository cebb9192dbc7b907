import { z } from 'zod';
import { articleStateSchema } from '../article/annotations.ts';
import { articleIdSchema, sourceIdSchema, tagIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { SEARCH_LIMIT } from './saved-search.ts';

/** Which articles a list shows: those that fit every field that is given. */
export const articleFilterSchema = z.strictObject({
  /** A search, in its language (see parseSearch). */
  text: z.string().max(SEARCH_LIMIT).optional(),
  state: articleStateSchema.optional(),
  isCitationIncomplete: z.boolean().optional(),
  /** Those that were read on this machine since then. */
  readSince: timestampSchema.optional(),
  /** Whether a memo cites it, or a passage of it. */
  isCited: z.boolean().optional(),
});
export type ArticleFilter = z.infer<typeof articleFilterSchema>;

/**
 * `best`: the best match of the search first; newest first where no words are searched. Items without a date or
 * publication come last, in both directions.
 */
export const articleOrders = [
  'best',
  'newest',
  'oldest',
  'published',
  'published-oldest',
  'title',
  'title-descending',
  'publisher',
  'publisher-descending',
  'longest',
  'shortest',
  'unread',
] as const;
export const articleOrderSchema = z.enum(articleOrders);
export type ArticleOrder = z.infer<typeof articleOrderSchema>;

export const passageFilterSchema = z.strictObject({
  /** A search, in its language (see parseSearch). */
  text: z.string().max(SEARCH_LIMIT).optional(),
  /** The tag or any tag below it. */
  tagId: tagIdSchema.optional(),
  /** The source or any source below it. */
  sourceId: sourceIdSchema.optional(),
  /** Who it is about: that source or any below it. */
  concernedId: sourceIdSchema.optional(),
  articleId: articleIdSchema.optional(),
});
export type PassageFilter = z.infer<typeof passageFilterSchema>;
