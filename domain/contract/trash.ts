/** Requests on the trash. */
import { z } from 'zod';
import type { LabelId } from '../passage/label.ts';
import type { Timestamp } from '../time.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing } from './inputs.ts';
import { defineRequest, edit, everythingTouched, query, topics, type } from './request.ts';

export type TrashRow = {
  readonly kind:
    | 'article'
    | 'memo'
    | 'passage'
    | 'translation'
    | 'tag'
    | 'source'
    | 'task'
    | 'event'
    | 'form'
    | 'board';
  readonly id: string;
  readonly title: string;
  readonly deletedAt: Timestamp;
  /** Reference numbers of the memos that cite it: it can't be emptied. */
  readonly heldBy: readonly string[];
};

/** An article or a memo in the trash that can't be read: it can't be brought back, and nothing takes it away. */
export type TrashFaultRow = {
  readonly kind: 'article' | 'memo';
  readonly id: string;
  readonly fault: AppError;
};

/** A conflict copy of a sync that was merged, under the name that it had in the archive. */
export type KeptCopyRow = { readonly name: string; readonly keptAt: Timestamp };

/** The content of a trash row: enough to recognise it before it is restored or deleted. */
export type TrashLook = {
  /** Where it was: an article's publication, a passage's article, a memo's number, a path; null if nowhere. */
  readonly place: string | null;
  /** The analyst's text on it or in it; empty if none. */
  readonly text: string;
  /** Its passages, verbatim, in the order of the text, at most `TRASH_QUOTES` of `quoteCount`. */
  readonly quotes: readonly { readonly label: LabelId; readonly quote: string }[];
  readonly quoteCount: number;
  /** Names of what went with it and comes back with it: follow-ups, tags and sources below. */
  readonly wentWith: readonly string[];
};
export const TRASH_QUOTES = 12;

/** What went for good, and what memos rest on and so stays. */
export type Purged = { readonly removed: number; readonly held: number };

const inTrash = z.strictObject({
  kind: z.enum([
    'article',
    'memo',
    'passage',
    'translation',
    'tag',
    'source',
    'task',
    'event',
    'form',
    'board',
  ]),
  id: z.uuid(),
});

const rows = z.strictObject({ rows: z.array(inTrash).min(1) });

export const trashList = defineRequest(
  'trash:list',
  query({
    input: nothing,
    output: type<readonly TrashRow[]>(),
    topics,
    says: 'What lies in the trash.',
  }),
);

export const trashFaults = defineRequest(
  'trash:faults',
  query({
    input: nothing,
    output: type<readonly TrashFaultRow[]>(),
    topics: ['trash'],
    says: 'The articles and memos in it of which a file can’t be read; they are in no row.',
  }),
);

export const trashCopies = defineRequest(
  'trash:copies',
  query({
    input: nothing,
    output: type<readonly KeptCopyRow[]>(),
    topics: ['trash'],
    says: 'The conflict copies of a sync that were merged and lie there, the last first.',
  }),
);

export const trashLook = defineRequest(
  'trash:look',
  query({
    input: inTrash,
    output: type<TrashLook | null>(),
    topics: ['trash'],
    says: 'What is in one row of it; null where it is not there any more.',
  }),
);

export const trashPastTerm = defineRequest(
  'trash:past-term',
  query({
    input: nothing,
    output: type<readonly string[]>(),
    topics,
    says: 'What is past its term and no memo rests on, by id; a copy by its name.',
  }),
);

export const trashRestore = defineRequest(
  'trash:restore',
  edit({
    input: rows,
    output: type<null>(),
    touches: ({ rows }) => rows.map(({ id }) => id),
    supersedes: 'nothing',
    says: 'Brings rows back to where they stood, with what went with them: all of them, in one step, or none.',
  }),
);

export const trashRemove = defineRequest(
  'trash:remove',
  edit({
    input: rows,
    output: type<Purged>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    says: 'Takes rows for good that no memo rests on, and what went with them.',
  }),
);

export const trashPurge = defineRequest(
  'trash:purge',
  edit({
    input: nothing,
    output: type<Purged>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    says: 'Takes what is past its term for good, however much it is.',
  }),
);

export const trashEmpty = defineRequest(
  'trash:empty',
  edit({
    input: nothing,
    output: type<Purged>(),
    touches: everythingTouched,
    supersedes: 'not-kept',
    says: 'Takes everything for good that no memo rests on.',
  }),
);

export const trashRequests = [
  trashList,
  trashFaults,
  trashCopies,
  trashLook,
  trashPastTerm,
  trashRestore,
  trashRemove,
  trashPurge,
  trashEmpty,
] as const;
