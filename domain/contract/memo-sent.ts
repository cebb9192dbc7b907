/** Requests on what is kept of a memo: its snapshots, its sending, and what supersedes it. */
import { z } from 'zod';
import { type MemoId, memoIdSchema, newMemoIdSchema, type SnapshotId } from '../ids.ts';
import type { Memo } from '../memo/memo.ts';
import type { MemoTable } from '../memo/memo-content.ts';
import { successorKinds } from '../memo/sent/draft-successor.ts';
import { saidOfSendingSchema } from '../memo/sent/sending.ts';
import type { Snapshot, SnapshotCause } from '../memo/snapshot/snapshot.ts';
import type { Timestamp } from '../time.ts';
import { edit, query, type } from './request.ts';

/** A snapshot in the list of those of its memo. */
export type SnapshotRow = {
  readonly id: SnapshotId;
  readonly takenAt: Timestamp;
  /** Null where the snapshot can't be read. */
  readonly cause: SnapshotCause | null;
  readonly exported: Snapshot['exported'];
};

const onMemo = z.strictObject({ memoId: memoIdSchema });
const onIt = ({ memoId }: z.infer<typeof onMemo>) => [memoId];

export const sentMemoRequests = {
  'memo:snapshots': query({
    input: onMemo,
    output: type<readonly SnapshotRow[]>(),
    topics: ['memos'],
    says: 'The snapshots of a memo, the newest first.',
  }),
  'memo:changes': query({
    input: onMemo,
    output: type<MemoTable | null>(),
    topics: [],
    says: 'What has changed since the memo that it supersedes, as a table drafted from the judgements; null without any.',
  }),
  'memo:snapshot': edit({
    input: onMemo,
    output: type<{ readonly snapshotId: SnapshotId; readonly isNew: boolean }>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps the memo as it stands, unless the newest snapshot says the same.',
  }),
  'memo:send': edit({
    input: onMemo.extend(saidOfSendingSchema.shape),
    output: type<Memo>(),
    touches: onIt,
    supersedes: 'nothing',
    says: 'Keeps that a memo was sent, to whom, when and how, and freezes it.',
  }),
  'memo:supersede': edit({
    input: onMemo.extend({ kind: z.enum(successorKinds), newMemoId: newMemoIdSchema }),
    output: type<{ readonly memoId: MemoId }>(),
    touches: ({ memoId, newMemoId }) => [memoId, newMemoId],
    supersedes: 'nothing',
    makes: 'newMemoId',
    says: 'Begins an update, a correction or a withdrawal of a memo that was sent.',
  }),
} as const;
