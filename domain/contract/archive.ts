/** Requests on the archive as a whole. */
import { z } from 'zod';
import type { ArticleId, BoardId, FormId, MemoId } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { passphraseSchema } from './encryption.ts';
import type { AppError } from './errors/app-error.ts';
import { nothing } from './inputs.ts';
import {
  defineRequest,
  edit,
  everythingTouched,
  indexQuery,
  query,
  topics,
  transientEdit,
  type,
} from './request.ts';
import type { ReviewCounts } from './review-kinds.ts';

/** Why a file of an article or a memo can't be read. */
export type FileFault = Extract<
  AppError,
  { readonly code: 'archive-damaged' | 'archive-newer' | 'archive-unreadable' }
>;

/** An article or a memo with an unreadable file, whose content is missing from every list. */
export type FaultRow = { readonly title: string | null; readonly fault: FileFault } & (
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId }
  | { readonly kind: 'form'; readonly id: FormId }
  | { readonly kind: 'board'; readonly id: BoardId }
);

/** How many of each: the numbers of the rail. */
export type Counts = {
  readonly articles: number;
  readonly unreadArticles: number;
  readonly passages: number;
  readonly memos: number;
  readonly openTasks: number;
  readonly dueTasks: number;
  readonly sources: number;
  readonly tags: number;
  /** With the event dates of articles. */
  readonly events: number;
  readonly boards: number;
  readonly trash: number;
  /** What waits for the analyst, by kind: see review:list. */
  readonly toReview: ReviewCounts;
};

export const archiveNew = defineRequest(
  'archive:new',
  transientEdit({
    input: z.strictObject({
      name: z.string().trim().min(1).max(200),
      passphrase: passphraseSchema.nullable(),
    }),
    output: type<null>(),
    says: 'Asks for a place, closes the archive, and opens a new one there, encrypted where there is a passphrase.',
  }),
);

export const archiveOpenOther = defineRequest(
  'archive:open-other',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Asks for the folder of another archive, closes this one and opens that.',
  }),
);

export const archiveMakeLink = defineRequest(
  'archive:make-link',
  transientEdit({
    input: nothing,
    output: type<{ readonly fileName: string }>(),
    says: 'Asks for a folder and puts a link there, which opens this archive.',
  }),
);

export const archiveTakeLock = defineRequest(
  'archive:take-lock',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'After `lock-lost`: takes the lock again if nobody else holds it.',
  }),
);

export const archiveLookAgain = defineRequest(
  'archive:look-again',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'Looks whether the archive is back in its place; the window is told where that has changed.',
  }),
);

export const archiveSeeOutside = defineRequest(
  'archive:see-outside',
  transientEdit({
    input: nothing,
    output: type<null>(),
    says: 'The window shows what another program has changed, and holds no text from before it.',
  }),
);

export const archiveFaults = defineRequest(
  'archive:faults',
  indexQuery({
    input: nothing,
    output: type<readonly FaultRow[]>(),
    topics: ['articles', 'memos'],
    isSought: false,
    says: "What can't be read, and so is missing from the lists.",
  }),
);

export const countsGet = defineRequest(
  'counts:get',
  query({
    input: nothing,
    output: type<Counts>(),
    topics,
    says: 'How many there are of everything.',
  }),
);

export const countsSince = defineRequest(
  'counts:since',
  query({
    input: z.strictObject({ since: timestampSchema }),
    output: type<{ readonly read: number; readonly highlighted: number }>(),
    topics: ['articles', 'passages'],
    says: 'How many articles were read on this machine since an instant, and how many passages were added.',
  }),
);

export const sampleRemove = defineRequest(
  'sample:remove',
  edit({
    input: nothing,
    output: type<null>(),
    touches: everythingTouched,
    supersedes: 'nothing',
    takesAway: true,
    says: 'Removes the sample article, its passages and its memo in one act that can be undone.',
  }),
);

export const archiveRequests = [
  archiveNew,
  archiveOpenOther,
  archiveMakeLink,
  archiveTakeLock,
  archiveLookAgain,
  archiveSeeOutside,
  archiveFaults,
  countsGet,
  countsSince,
  sampleRemove,
] as const;
