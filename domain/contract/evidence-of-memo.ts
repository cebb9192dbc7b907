import { z } from 'zod';
import { articleIdSchema, passageIdSchema, searchIdSchema, tagIdSchema } from '../ids.ts';

/** Whose passages are cited in a new memo as evidence. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('article'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('tag'), tagId: tagIdSchema }),
  z.strictObject({ kind: z.literal('search'), searchId: searchIdSchema }),
  z.strictObject({ kind: z.literal('passages'), passageIds: z.array(passageIdSchema).min(1) }),
]);

export const recordsCited = (from: z.infer<typeof evidenceSchema>): readonly string[] => {
  switch (from.kind) {
    case 'nothing':
      return [];
    case 'article':
      return [from.articleId];
    case 'tag':
      return [from.tagId];
    case 'search':
      return [from.searchId];
    case 'passages':
      return from.passageIds;
  }
};
