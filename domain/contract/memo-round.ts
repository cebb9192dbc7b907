/** Requests on the rounds in which a memo goes to its reviewers. */
import { z } from 'zod';
import { newRoundIdSchema, roundIdSchema } from '../ids.ts';
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

const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const memoRoundRequests = {
  'memo:rounds': query({
    input: onMemo,
    output: type<readonly NumberedRound[]>(),
    topics: ['memos'],
    says: 'The rounds in which a memo went to reviewers, the first one first.',
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
