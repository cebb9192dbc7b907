/** What commands answer that make a memo, send it for review, and send it. */
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
};
