/**
 * A round: one sending of a memo to reviewers, of one snapshot of it. Precis sends nothing itself. The reviewers
 * get a Word document that names memo, snapshot and round, and in which each paragraph can be recognised again.
 */
import { z } from 'zod';
import { memoIdSchema, roundIdSchema, sha256Schema, snapshotIdSchema } from '../../ids.ts';
import { calendarDateSchema, timestampSchema } from '../../time.ts';
import { writerNameSchema } from '../../written-by.ts';

export const MAX_REVIEWERS = 50;
export const reviewerSchema = z.string().trim().min(1).max(200);

/** What the analyst says of a round. */
export const saidOfRoundSchema = z.strictObject({
  /** Who reviews it, each once and in the order in which they were named. */
  reviewers: z.array(reviewerSchema).min(1).max(MAX_REVIEWERS),
  /** By when it is wanted back; null where no day was named. */
  due: calendarDateSchema.nullable(),
});

/** A file of a round that has come back and was read. */
const returnedSchema = z.strictObject({
  /** Of its bytes: it is known again by them. */
  sha256: sha256Schema,
  /** The reviewer: one of the round's reviewers where the file names one, otherwise whom it names; otherwise empty. */
  reviewer: z.string().max(200),
  readAt: timestampSchema,
});

export const roundSchema = saidOfRoundSchema.extend({
  id: roundIdSchema,
  memoId: memoIdSchema,
  /** What the reviewers got. */
  snapshotId: snapshotIdSchema,
  /** The files that have come back, in the order in which they were read. */
  returned: z.array(returnedSchema),
  /** Since when nothing more is expected of it; null while it is open. */
  closedAt: timestampSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type Round = z.infer<typeof roundSchema>;

/** A round with its number in its memo, from 1 in the order in which they were begun. */
export type NumberedRound = Round & { readonly number: number };

export const numberRounds = (rounds: readonly Round[]): readonly NumberedRound[] =>
  rounds
    .toSorted((a, b) =>
      a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
    )
    .map((round, at) => ({ ...round, number: at + 1 }));

/** The reviewers of the round of whom a file has come back. */
export const reviewersBack = ({
  reviewers,
  returned,
}: Pick<Round, 'reviewers' | 'returned'>): readonly string[] =>
  reviewers.filter((name) => returned.some(({ reviewer }) => reviewer === name));

export const isOpenRound = ({ closedAt }: Pick<Round, 'closedAt'>): boolean => closedAt === null;

/** Each name once, in the order in which they were typed. */
export const distinctReviewers = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
];
