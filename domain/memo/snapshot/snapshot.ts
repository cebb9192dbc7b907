import { z } from 'zod';
import {
  articleIdSchema,
  judgementIdSchema,
  memoIdSchema,
  passageIdSchema,
  type Sha256,
  sha256Schema,
  snapshotIdSchema,
  translationIdSchema,
} from '../../ids.ts';
import { timestampSchema } from '../../time.ts';
import { confidenceSchema } from '../../tradecraft/confidence.ts';
import { gradeSchema } from '../../tradecraft/grade.ts';
import { reliabilitySchema } from '../../tradecraft/reliability.ts';
import { writerNameSchema } from '../../written-by.ts';
import { memoSchema } from '../memo.ts';
import { sentParagraphSchema } from '../round/returned/reviewed-file.ts';
import { frozenDocumentSchema } from './document-schema.ts';

/**
 * Why a snapshot was taken: asked for, with an export, as it was printed, before the first edit of another day, with
 * the sending, as it went to reviewers.
 */
export const snapshotCauses = ['by-hand', 'export', 'print', 'daily', 'sending', 'round'] as const;
export type SnapshotCause = (typeof snapshotCauses)[number];

/** The file that a snapshot was exported as. */
export const exportedAsSchema = z.strictObject({
  /** The ending of its name: pdf, docx, … */
  format: z.string().min(1).max(10),
  fileName: z.string().min(1),
  bytes: z.int().nonnegative(),
  /** Null for a format without pages. */
  pages: z.int().positive().nullable(),
  sha256: sha256Schema,
});

/** A judgement as it was: the id finds it again in a later text. */
export const frozenJudgementSchema = z.strictObject({
  id: judgementIdSchema,
  number: z.int().positive(),
  /** The wording of the chosen term, e.g. "very likely". */
  likelihood: z.string().nullable(),
  /** The chosen term, by its id in the doctrine; absent where none was chosen, and in older snapshots. */
  termId: z.string().exactOptional(),
  confidence: confidenceSchema.nullable(),
  /** As it is read: quotes written out, without citations. */
  statement: z.string(),
});
export type FrozenJudgement = z.infer<typeof frozenJudgementSchema>;

/** A cited passage as it was. */
export const frozenEvidenceSchema = z.strictObject({
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  exactSha256: sha256Schema,
  /** Of the text that was quoted; null where it could not be read. */
  textSha256: sha256Schema.nullable(),
  grade: gradeSchema,
  publicationReliability: reliabilitySchema.nullable(),
  /** The translation that was printed, as it was; absent where none was. */
  translated: z.strictObject({ translationId: translationIdSchema, words: z.string() }).exactOptional(),
  /** The passages linked to it, in either direction; null where not all of the archive was known. */
  relatedIds: z.array(passageIdSchema).nullable(),
});
export type FrozenEvidence = z.infer<typeof frozenEvidenceSchema>;

/** A snapshot of a sending as another one names it: see `chainLinkSchema`. */
export const chainLinkSchema = z.strictObject({
  memoId: memoIdSchema,
  snapshotId: snapshotIdSchema,
  /** Of what it says: see hashOfSnapshot. */
  sha256: sha256Schema,
});
type ChainLink = z.infer<typeof chainLinkSchema>;

/**
 * A memo at one moment, resolved to the last word: what it printed, its judgements and its evidence. It is written
 * once and never changed.
 */
export const snapshotSchema = z.strictObject({
  id: snapshotIdSchema,
  memoId: memoIdSchema,
  takenAt: timestampSchema,
  cause: z.enum(snapshotCauses),
  exported: exportedAsSchema.nullable(),
  document: frozenDocumentSchema,
  judgements: z.array(frozenJudgementSchema),
  evidence: z.array(frozenEvidenceSchema),
  /** The memo as it was written, from which it can be restored; null in a snapshot of before version 2. */
  written: memoSchema.pick({ head: true, content: true, printedTaskIds: true }).nullable(),
  by: writerNameSchema.exactOptional(),
  /** In a sending: the earlier sent snapshots that no other one had named; absent in older snapshots. */
  follows: z.array(chainLinkSchema).exactOptional(),
  /**
   * In a round: the paragraphs of the Word document that its reviewers received, as a returned one is read; absent
   * in older snapshots, and where they could not be read.
   */
  reviewed: z.array(sentParagraphSchema).exactOptional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

/**
 * The chain of what was sent. The snapshot of each sending names those that no other one had named until then, by the
 * hash of what they say: as a rule the one before, the first time all that were sent until then, and two where two
 * machines have sent. So a snapshot that is edited later is seen by the one behind it, and the last one by what the
 * sent file says of it. The file that it was exported as is no part of the hash: that file holds the hash.
 */

/** The same JSON whatever the order of keys; a key without a value is omitted. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${fields.join(',')}}`;
};

/** The hash of what a snapshot says, without the file that it was exported as and who has taken it. */
export const hashOfSnapshot = (
  { exported: _exported, by: _by, ...said }: Snapshot,
  sha256: (text: string) => Sha256,
): Sha256 => sha256(canonical(said));

/** What the next snapshot of a sending names: the sent ones that none names yet, in the order of their ids. */
export const linksToFollow = (
  sent: readonly Snapshot[],
  sha256: (text: string) => Sha256,
): readonly ChainLink[] => {
  const named = new Set(sent.flatMap(({ follows = [] }) => follows.map(({ snapshotId }) => snapshotId)));
  return sent
    .filter(({ id }) => !named.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((snapshot) => ({
      memoId: snapshot.memoId,
      snapshotId: snapshot.id,
      sha256: hashOfSnapshot(snapshot, sha256),
    }));
};

/** The links whose snapshot differs from when it was named; a snapshot in the trash is not compared. */
export const brokenLinks = (
  sent: readonly Snapshot[],
  sha256: (text: string) => Sha256,
): readonly ChainLink[] => {
  const hashes = new Map(sent.map((snapshot) => [snapshot.id, hashOfSnapshot(snapshot, sha256)]));
  return sent
    .flatMap(({ follows = [] }) => follows)
    .filter(({ snapshotId, sha256: hash }) => {
      const now = hashes.get(snapshotId);
      return now !== undefined && now !== hash;
    });
};
