/** Requests on the rounds in which a memo goes to its reviewers. */
import { z } from 'zod';
import { newRoundIdSchema, roundIdSchema } from '../ids.ts';
import type { RoundSnapshot } from '../memo/round/place-remarks.ts';
import type { Remark } from '../memo/round/remark.ts';
import { type NumberedRound, saidOfRoundSchema } from '../memo/round/round.ts';
import { onMemo } from './inputs.ts';
import { type ExportedFile, pdfOptions } from './memo-export.ts';
import { edit, query, type } from './request.ts';

/** A round that was begun. */
export type StartedRound = {
  readonly round: NumberedRound;
  /** Null where its file could not be given its name: that is done at the next start. */
  readonly file: ExportedFile | null;
};

/** What was said of a memo, and of which words. */
export type MemoRemarks = {
  /** The first one first; `returned` says which files have come back. */
  readonly rounds: readonly NumberedRound[];
  readonly remarks: readonly Remark[];
  /** What the reviewers of each round got, as it was written; a round whose snapshot can't be read has none. */
  readonly snapshots: readonly RoundSnapshot[];
};

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const memoRoundRequests = {
  'memo:rounds': query({
    input: onMemo,
    output: type<readonly NumberedRound[]>(),
    topics: ['memos'],
    says: 'The rounds in which a memo went to reviewers, the first one first.',
  }),
  'memo:remarks': query({
    input: onMemo,
    output: type<MemoRemarks>(),
    topics: ['memos'],
    says: 'The comments and suggestions on a memo, and the text that they are about.',
  }),
  'memo:start-round': edit({
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
  'memo:close-round': edit({
    input: onMemo.extend({ roundId: roundIdSchema, isClosed: z.boolean() }),
    output: type<NumberedRound>(),
    touches: onIt,
    supersedes: { on: ['memoId', 'roundId'] },
    says: 'Ends a round, or opens it again.',
  }),
} as const;
