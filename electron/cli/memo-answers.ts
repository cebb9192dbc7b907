/** The answers of commands that make, check, compare, review and send memos. */
import { z } from 'zod';
import { count, id, orNull, text, texts } from './exchange-answers.ts';

const round = {
  id,
  number: count,
  reviewers: texts,
  due: orNull(text),
  createdAt: text,
  closedAt: orNull(text),
  snapshotId: id,
};

/** The place of a finding of the memo checks: its kind, and what identifies it. */
const findingPlace = z.object({
  kind: text,
  judgementId: id.optional(),
  number: count.optional(),
  passageId: id.optional(),
  eventId: id.optional(),
  isThere: z.boolean().optional(),
  words: text.optional(),
  heading: text.optional(),
  field: text.optional(),
  articleId: id.optional(),
  missing: texts.optional(),
  citable: z.object({ articleId: id, ranges: z.array(z.object({ start: count, end: count })) }).optional(),
});

/** One side of a comparison; null if it has no words. */
const words = orNull(z.array(z.object({ text, isShared: z.boolean() })));
const judgement = orNull(
  z.object({ number: count, statement: text, likelihood: orNull(text), confidence: orNull(text) }),
);

export const memoAnswers = {
  'memo new': z.object({ memoId: id }),
  'memo sources': z.object({ paragraphs: texts, isInserted: z.boolean() }),
  'memo review start': z.object({ memoId: id, ...round, file: orNull(text) }),
  'memo review list': z.array(z.object(round)),
  'memo review close': z.object(round),
  'memo review add': z.array(
    z.object({
      file: text,
      outcome: text,
      says: text,
      memoId: orNull(id),
      round: orNull(count),
      reviewer: orNull(text),
      comments: count,
      changes: count,
      refused: count,
      unplaced: count,
    }),
  ),
  'memo review sheet': z.object({ memoId: id, file: text, bytes: count }),
  'memo send': z.object({
    memoId: id,
    referenceNumber: text,
    state: text,
    recipients: texts,
    sentOn: text,
    way: text,
    snapshotId: id,
    seenChanges: texts,
    file: orNull(text),
  }),
  'memo update': z.object({ memoId: id }),
  'memo snapshots': z.array(
    z.object({
      id,
      takenAt: text,
      cause: orNull(text),
      exported: orNull(
        z.object({ format: text, fileName: text, bytes: count, pages: orNull(count), sha256: text }),
      ),
      by: orNull(text),
      isRestorable: z.boolean(),
    }),
  ),
  'memo diff': z.object({
    judgements: z.array(z.object({ id: text, old: judgement, fresh: judgement, isChanged: z.boolean() })),
    blocks: z.array(
      z.object({ section: orNull(text), formerSection: orNull(text).optional(), old: words, fresh: words }),
    ),
    sameBlocks: count,
  }),
  lint: z.object({
    findings: z.array(
      z.object({
        rule: text,
        level: z.enum(['error', 'warning', 'hint']),
        message: text,
        place: findingPlace,
        intended: orNull(text),
      }),
    ),
  }),
};
