/** What articles are called, for links to them. */
import { z } from 'zod';
import { MAX_NAMED } from '../article/named-in-note.ts';
import { type ArticleId, articleIdSchema } from '../ids.ts';
import { query, type } from './request.ts';

/** An article by its title, or else its first words. */
type ArticleName = { readonly articleId: ArticleId; readonly title: string };

export const articleNameRequests = {
  'article:names': query({
    input: z.strictObject({ articleIds: z.array(articleIdSchema).max(MAX_NAMED) }),
    output: type<readonly ArticleName[]>(),
    topics: ['articles', 'trash'],
    says: 'What articles are called; without those that are not there.',
  }),
} as const;
