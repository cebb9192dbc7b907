/** Requests on the rounds in which a memo goes to its reviewers. */
import { z } from 'zod';
import {
  type MemoId,
  newRemarkIdSchema,
  newRoundIdSchema,
  type RemarkId,
  type RoundId,
  remarkIdSchema,
  roundIdSchema,
} from '../ids.ts';
import type { MemoContent } from '../memo/memo-content.ts';
import { tableFormats } from '../memo/memo-document.ts';
import type { RoundSnapshot } from '../memo/round/place-remarks.ts';
import {
  type Comment,
  MAX_REMARK_LENGTH,
  MAX_REMARKS,
  type Remark,
  remarkPlaceSchema,
} from '../memo/round/remark.ts';
import { type NumberedRound, saidOfRoundSchema } from '../memo/round/round.ts';
import type { LeftAlone } from '../memo/round/settle-remarks.ts';
import type { ImportFailure } from './errors/import-errors.ts';
import { nothing, onMemo } from './inputs.ts';
import { type ExportedFile, pdfOptions } from './memo-export.ts';
import { defineRequest, edit, query, transientEdit, type } from './request.ts';

/** A round that was begun. */
export type StartedRound = {
  readonly round: NumberedRound;
  /** Null if its file could not be renamed: that is done at the next start. */
  readonly file: ExportedFile | null;
};

/** The remarks on a memo, with the words that they are about. */
export type MemoRemarks = {
  /** The first one first; `returned` lists the returned files. */
  readonly rounds: readonly NumberedRound[];
  readonly remarks: readonly Remark[];
  /** What the reviewers of each round got; a round whose snapshot can't be read has none. */
  readonly snapshots: readonly RoundSnapshot[];
};

/** What became of remarks. */
export type SettledRemarks = {
  /** The memo as it then is written. */
  readonly content: MemoContent;
  /** The changed ones: the decided ones, and those excluded by a change that was taken. */
  readonly settled: readonly RemarkId[];
  readonly left: readonly LeftAlone[];
};

/** What became of a file that was read for comments and changes. */
export type AddedReview = { readonly fileName: string } & (
  | {
      /** `known`: all of its remarks existed already. */
      readonly outcome: 'added' | 'known';
      readonly memoId: MemoId;
      readonly referenceNumber: string;
      readonly roundId: RoundId;
      /** Of the round in its memo, from 1. */
      readonly round: number;
      readonly isClosedRound: boolean;
      /** Whether the memo went out again since. */
      readonly isOlderRound: boolean;
      /** Who reviewed it; empty if the file does not say. */
      readonly reviewer: string;
      readonly comments: number;
      readonly changes: number;
      /** Of the changes, those that would alter evidence, or what Precis prints itself. */
      readonly refused: number;
      /** Of both, those that no place of the memo is known for. */
      readonly unplaced: number;
    }
  /** The memo was sent since: it is not changed any more. */
  | { readonly outcome: 'memo-sent'; readonly memoId: MemoId; readonly referenceNumber: string }
  /** No file of a round; of another archive; of a memo or a round that is not there. */
  | { readonly outcome: 'no-review' | 'other-archive' | 'memo-gone' | 'round-gone' }
  | { readonly outcome: 'unreadable'; readonly failure: ImportFailure }
);

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const memoRounds = defineRequest(
  'memo:rounds',
  query({
    input: onMemo,
    output: type<readonly NumberedRound[]>(),
    topics: ['memos'],
    says: 'The rounds in which a memo went to reviewers, the first one first.',
  }),
);

export const memoRemarks = defineRequest(
  'memo:remarks',
  query({
    input: onMemo,
    output: type<MemoRemarks>(),
    topics: ['memos'],
    says: 'The comments and suggestions on a memo, and the text that they are about.',
  }),
);

export const memoSettleRemarks = defineRequest(
  'memo:settle-remarks',
  edit({
    input: onMemo.extend({
      settled: z
        .array(
          z.strictObject({
            remarkId: remarkIdSchema,
            state: z.enum(['open', 'done', 'taken', 'declined']),
            /** Empty if none is given. */
            reason: z.string().trim().max(MAX_REMARK_LENGTH),
          }),
        )
        .min(1)
        .max(MAX_REMARKS),
    }),
    output: type<SettledRemarks>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Decides comments and suggestions on a memo, and takes those into it that are taken: one act.',
  }),
);

export const memoAddComment = defineRequest(
  'memo:add-comment',
  edit({
    input: onMemo.extend({
      remarkId: newRemarkIdSchema,
      /** Its place in the memo; ignored for a reply. */
      place: remarkPlaceSchema.nullable(),
      text: z.string().trim().min(1).max(MAX_REMARK_LENGTH),
      repliesTo: remarkIdSchema.nullable(),
    }),
    output: type<Comment>(),
    touches: onIt,
    supersedes: 'nothing',
    makes: 'remarkId',
    says: 'Adds a comment on a place of a memo, or a reply to one.',
  }),
);

export const memoStartRound = defineRequest(
  'memo:start-round',
  edit({
    input: onMemo.extend({
      roundId: newRoundIdSchema,
      ...saidOfRoundSchema.shape,
      /** The Word document that the reviewers get. */
      fileName: z.string().min(1).max(255),
      replaces: z.boolean(),
      options: pdfOptions,
    }),
    output: type<StartedRound>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps the memo as it stands, and makes the Word document that its reviewers get: one act.',
  }),
);

export const memoAddReview = defineRequest(
  'memo:add-review',
  transientEdit({
    input: nothing,
    output: type<readonly AddedReview[]>(),
    isStep: true,
    says: 'Reads Word documents that reviewers have returned, and keeps their comments and changes: one act for each file.',
  }),
);

export const memoAnswerSheet = defineRequest(
  'memo:answer-sheet',
  transientEdit({
    input: onMemo.extend({
      format: z.enum(tableFormats),
      fileName: z.string().min(1).max(255),
      replaces: z.boolean(),
    }),
    output: type<ExportedFile>(),
    says: 'Writes the table of all comments and changes, with what became of each and why.',
  }),
);

export const memoCloseRound = defineRequest(
  'memo:close-round',
  edit({
    input: onMemo.extend({ roundId: roundIdSchema, isClosed: z.boolean() }),
    output: type<NumberedRound>(),
    touches: onIt,
    supersedes: { on: ['memoId', 'roundId'] },
    says: 'Ends a round, or opens it again.',
  }),
);

export const memoRoundRequests = [
  memoRounds,
  memoRemarks,
  memoSettleRemarks,
  memoAddComment,
  memoStartRound,
  memoAddReview,
  memoAnswerSheet,
  memoCloseRound,
] as const;
