/** Requests of the palette and of saved searches. */
import { z } from 'zod';
import { newSearchIdSchema, searchIdSchema } from '../ids.ts';
import { savedSearchSchema } from '../search/saved-search.ts';
import { nothing } from './inputs.ts';
import { recordPlaceSchema } from './record-place.ts';
import { edit, query, type } from './request.ts';
import type { Found, SearchRow } from './rows.ts';
import { topics } from './topics.ts';

export const searchRequests = {
  'search:find': query({
    input: z.strictObject({ text: z.string().max(500), limit: z.int().min(1).max(200) }),
    output: type<readonly Found[]>(),
    topics,
    says: 'The records that hold every word of a text, best first.',
  }),
  'search:recent': query({
    input: z.strictObject({
      places: z.array(recordPlaceSchema).max(200),
      limit: z.int().min(1).max(50),
    }),
    output: type<readonly Found[]>(),
    topics,
    says: 'What was open last: the given places, then articles that were read before, without what is gone.',
  }),
  'search:list': query({
    input: nothing,
    output: type<readonly SearchRow[]>(),
    topics: ['searches', 'passages', 'articles', 'tags', 'sources', 'tasks'],
    says: 'The saved searches by name, each with how many passages it finds now.',
  }),
  'search:save': edit({
    input: savedSearchSchema.pick({ name: true, filter: true }).extend({ searchId: newSearchIdSchema }),
    output: type<SearchRow>(),
    touches: ({ searchId }) => [searchId],
    supersedes: 'nothing',
    makes: 'searchId',
    says: 'Keeps a filter of the passages under a name.',
  }),
  'search:delete': edit({
    input: z.strictObject({ searchId: searchIdSchema }),
    output: type<null>(),
    touches: ({ searchId }) => [searchId],
    supersedes: 'nothing',
    says: 'Deletes a saved search; undo brings it back.',
  }),
} as const;
