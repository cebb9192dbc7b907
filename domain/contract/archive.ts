/** Requests on the archive as a whole. */
import { nothing } from './inputs.ts';
import { edit, nothingTouched, query, type } from './request.ts';
import type { Counts, FaultRow } from './rows.ts';
import { topics } from './topics.ts';

export const archiveRequests = {
  'archive:take-lock': edit({
    input: nothing,
    output: type<null>(),
    touches: nothingTouched,
    supersedes: 'not-kept',
    says: 'After `lock-lost`: takes the lock again if nobody else holds it.',
  }),
  'archive:see-outside': edit({
    input: nothing,
    output: type<null>(),
    touches: nothingTouched,
    supersedes: 'not-kept',
    says: 'The window shows what another program has changed, and holds no text from before it.',
  }),
  'archive:faults': query({
    input: nothing,
    output: type<readonly FaultRow[]>(),
    topics: ['articles', 'memos'],
    says: "What can't be read, and so is missing from the lists.",
  }),
  'counts:get': query({
    input: nothing,
    output: type<Counts>(),
    topics,
    says: 'How many there are of everything.',
  }),
  'sample:remove': edit({
    input: nothing,
    output: type<null>(),
    touches: nothingTouched,
    supersedes: 'nothing',
    says: 'Removes the sample article, its passages and its memo in one act that can be undone.',
  }),
} as const;
