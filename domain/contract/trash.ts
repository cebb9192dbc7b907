/** Requests on the trash. */
import { z } from 'zod';
import { nothing } from './inputs.ts';
import { edit, everythingTouched, query, type } from './request.ts';
import type { TrashFaultRow, TrashLook, TrashRow } from './rows.ts';
import { topics } from './topics.ts';

/** What went for good, and what memos rest on and so stays. */
export type Purged = { readonly removed: number; readonly held: number };

const inTrash = z.strictObject({
  holds: z.enum(['article', 'memo', 'passage', 'tag', 'source', 'task']),
  id: z.uuid(),
});

export const trashRequests = {
  'trash:list': query({
    input: nothing,
    output: type<readonly TrashRow[]>(),
    topics,
    says: 'What lies in the trash.',
  }),
  'trash:faults': query({
    input: nothing,
    output: type<readonly TrashFaultRow[]>(),
    topics: ['trash'],
    says: 'The articles and memos in it of which a file can’t be read; they are in no row.',
  }),
  'trash:look': query({
    input: inTrash,
    output: type<TrashLook | null>(),
    topics: ['trash'],
    says: 'What is in one row of it; null where it is not there any more.',
  }),
  'trash:past-term': query({
    input: nothing,
    output: type<readonly string[]>(),
    topics,
    says: 'What is past its term and no memo rests on, by id.',
  }),
  'trash:restore': edit({
    input: inTrash,
    output: type<null>(),
    touches: ({ id }) => [id],
    supersedes: 'nothing',
    says: 'Brings a row back to where it stood, with what went with it.',
  }),
  'trash:purge': edit({
    input: nothing,
    output: type<Purged>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    says: 'Takes what is past its term for good, however much it is.',
  }),
  'trash:empty': edit({
    input: nothing,
    output: type<Purged>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    says: 'Takes everything for good that no memo rests on.',
  }),
} as const;
