/**
 * A board: a question, the hypotheses that would answer it, and what each piece of evidence would look like under each.
 * A cell says how expected the evidence is if the hypothesis were true. Nothing is ever summed, ranked or won: the app
 * does not judge.
 *
 * `boards/<id>.json` holds five kinds of records, so that analysts who fill a board on two machines are merged: the
 * board, its hypotheses, its evidence, the cells (one each row, hypothesis and analyst) and the probabilities (one each
 * hypothesis and analyst).
 */
import { z } from 'zod';
import {
  articleIdSchema,
  boardIdSchema,
  evidenceIdSchema,
  hypothesisIdSchema,
  memoIdSchema,
  passageIdSchema,
  sha256Schema,
} from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { gradeSchema } from '../tradecraft/grade.ts';
import { MAX_WRITER_NAME, writerNameSchema } from '../written-by.ts';

/** More would not fit side by side in a table, nor could an analyst distinguish them. */
export const MAX_HYPOTHESES = 12;
export const MAX_EVIDENCE = 500;
/** How much of a passage's words is kept with it, in UTF-16 units, in case the passage is deleted. */
export const MAX_KEPT_WORDS = 400;

export const questionSchema = z.string().trim().min(1).max(500);
export const hypothesisWordsSchema = z.string().trim().min(1).max(300);
export const cellReasonSchema = z.string().trim().max(4000);

const writing = {
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
};
/** Smaller comes first; of two that are the same, the smaller id. */
const placeSchema = z.int().min(0).max(1_000_000);

export const boardSchema = z.strictObject({
  id: boardIdSchema,
  question: questionSchema,
  /** The memo from whose gap it was opened; null if none. */
  memoId: memoIdSchema.nullable(),
  ...writing,
  /** A tombstone: its content stays until it is purged. */
  deletedAt: timestampSchema.nullable(),
});
export type Board = z.infer<typeof boardSchema>;

export const hypothesisSchema = z.strictObject({
  id: hypothesisIdSchema,
  words: hypothesisWordsSchema,
  place: placeSchema,
  ...writing,
});
export type Hypothesis = z.infer<typeof hypothesisSchema>;

/** The state of a passage when somebody judged by it; later changes are reported. */
export const evidenceStateSchema = z.strictObject({
  /** SHA-256 of its words, or of the name of a region: see passageEvidence. */
  sha256: sha256Schema,
  grade: gradeSchema,
  /** The passages that contradicted or superseded it, sorted. */
  disputedBy: z.array(passageIdSchema).max(1000),
});
export type EvidenceState = z.infer<typeof evidenceStateSchema>;

export const boardEvidenceSchema = z.strictObject({
  id: evidenceIdSchema,
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  place: placeSchema,
  /** Its words when it was added, shortened; they are shown if the passage is gone, and are never cited. */
  words: z.string().max(MAX_KEPT_WORDS),
  /** What it was when it was put on. */
  state: evidenceStateSchema,
  ...writing,
});
export type BoardEvidence = z.infer<typeof boardEvidenceSchema>;

/** How expected the evidence is if the hypothesis were true; `none`: it does not bear on it. */
export const expectations = [1, 2, 3, 4, 5, 'none'] as const;
export const expectationSchema = z.literal(expectations);
export type Expectation = z.infer<typeof expectationSchema>;

/** The analyst's name from Settings; empty if none was set. */
export const analystSchema = z.string().max(MAX_WRITER_NAME);

export const cellSchema = z.strictObject({
  /** See cellIdOf. */
  id: z.string().min(1).max(400),
  evidenceId: evidenceIdSchema,
  hypothesisId: hypothesisIdSchema,
  analyst: analystSchema,
  expected: expectationSchema,
  /** The reason; empty for none. */
  reason: cellReasonSchema,
  /** The state of the passage when the cell was last filled or confirmed. */
  state: evidenceStateSchema,
  ...writing,
});
export type Cell = z.infer<typeof cellSchema>;

export const percentSchema = z.number().min(0).max(100);

export const probabilitySchema = z.strictObject({
  /** See probabilityIdOf. */
  id: z.string().min(1).max(400),
  hypothesisId: hypothesisIdSchema,
  analyst: analystSchema,
  /** What this analyst gives the hypothesis; a set may add up to more or less than 100. */
  percent: percentSchema,
  ...writing,
});
export type Probability = z.infer<typeof probabilitySchema>;

/** The content of one board file, without its version: no board if its creation was undone or it was purged. */
export type BoardRecords = {
  readonly boards: readonly Board[];
  readonly hypotheses: readonly Hypothesis[];
  readonly evidence: readonly BoardEvidence[];
  readonly cells: readonly Cell[];
  readonly probabilities: readonly Probability[];
};

/** One record for each analyst, row and hypothesis, on whichever machine. */
export const cellIdOf = (evidenceId: string, hypothesisId: string, analyst: string): string =>
  `${evidenceId}/${hypothesisId}/${analyst}`;

export const probabilityIdOf = (hypothesisId: string, analyst: string): string =>
  `${hypothesisId}/${analyst}`;

type Placed = { readonly id: string; readonly place: number };

/** In the order in which the analysts have put them. */
export const inPlace = <T extends Placed>(placed: readonly T[]): readonly T[] =>
  placed.toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
