/** Requests on many articles at once. */
import { z } from 'zod';
import { MAX_NAMED } from '../article/named-in-note.ts';
import { type ArticleId, articleIdSchema } from '../ids.ts';
import { articleBulkChangeSchema } from './bulk-change.ts';
import { manyArticleIds } from './inputs.ts';
import type { CarriedTag } from './passage-table.ts';
import { defineRequest, edit, indexQuery, query, type } from './request.ts';

/** The records that a change of many articles names besides them. */
const namedBy = (change: z.infer<typeof articleBulkChangeSchema>): readonly (string | null)[] => {
  if (change.kind === 'tag') return [...change.add, ...change.remove];
  return change.kind === 'publication' ? [change.publicationId] : [];
};

export const articleTagsOfMany = defineRequest(
  'article:tags-of-many',
  indexQuery({
    input: z.strictObject({ articleIds: manyArticleIds }),
    output: type<readonly CarriedTag[]>(),
    topics: ['articles', 'tags'],
    isSought: false,
    says: 'The tags that articles carry, each with how many of them do, those of most first.',
  }),
);

export const bulkChangeArticles = defineRequest(
  'bulk:change-articles',
  edit({
    input: z.strictObject({ articleIds: manyArticleIds, change: articleBulkChangeSchema }),
    output: type<{ readonly changed: number }>(),
    touches: ({ articleIds, change }) => [...articleIds, ...namedBy(change)],
    supersedes: 'nothing',
    takesAway: true,
    says: 'Does one act on many articles, all or nothing: one step of undo; answers how many it changed.',
  }),
);

/** An article by its title, or else its first words. */
type ArticleName = { readonly articleId: ArticleId; readonly title: string };

export const articleNames = defineRequest(
  'article:names',
  query({
    input: z.strictObject({ articleIds: z.array(articleIdSchema).max(MAX_NAMED) }),
    output: type<readonly ArticleName[]>(),
    topics: ['articles', 'trash'],
    says: 'What articles are called; without those that are not there.',
  }),
);

export const manyArticleRequests = [articleTagsOfMany, bulkChangeArticles, articleNames] as const;
