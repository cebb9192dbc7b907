/** The use cases of remarks by reviewers and colleagues on a memo: reading, settling and adding them. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoRemarks, SettledRemarks } from '#domain/contract/memo-round.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Comment, Remark } from '#domain/memo/round/remark.ts';
import { numberRounds, type Round } from '#domain/memo/round/round.ts';
import { settleRemarks } from '#domain/memo/round/settle-remarks.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { writerNameOf } from '#domain/written-by.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { idIsTaken, notFound } from '../../shared/failures.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { findDraft } from '../find-draft.ts';

/** The text of each round's snapshot. An unreadable one is left out: its remarks are still listed. */
const snapshotsOf = async (
  reader: ArchiveReader,
  rounds: readonly Round[],
): Promise<MemoRemarks['snapshots']> => {
  const snapshots: MemoRemarks['snapshots'][number][] = [];
  for (const { id: roundId, memoId, snapshotId } of rounds) {
    const read = await reader.snapshot(memoId, snapshotId);
    const written = read.ok ? read.value.snapshot.written : null;
    if (written !== null) snapshots.push({ roundId, content: written.content });
  }
  return snapshots;
};

/** The remarks on a memo, and the texts to which they refer. */
export const readRemarks = async (
  reader: ArchiveReader,
  memoId: MemoId,
): Promise<Result<MemoRemarks, AppError>> => {
  const review = await reader.review(memoId);
  if (!review.ok) return review;
  const { rounds, remarks } = review.value;
  return ok({ rounds: numberRounds(rounds), remarks, snapshots: await snapshotsOf(reader, rounds) });
};

type Deps = Pick<HandlerDeps, 'archive' | 'machine' | 'local'>;

/** Settles remarks, and applies the accepted ones to the memo. */
const settle = (
  { archive, machine }: Deps,
  { memoId, settled }: Input<'memo:settle-remarks'>,
): Promise<Result<SettledRemarks, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const said = await readRemarks(reader, memoId);
    if (!said.ok) return said;
    const before = draft.value;
    const at = toTimestamp(machine.nowMs());
    const { remarks, snapshots } = said.value;
    const after = settleRemarks({ content: before.content, remarks, snapshots }, settled, at);
    const memo = { ...before, content: after.content, updatedAt: at };
    const byId = new Map(remarks.map((remark) => [remark.id, remark]));
    return ok({
      value: { content: after.content, settled: after.changed.map(({ id }) => id), left: after.left },
      name: 'settle-remarks',
      changes: [
        ...recordChanges({ kind: 'memo', memoId }, 'memo', before, memo),
        ...after.changed.flatMap((remark) =>
          recordChanges({ kind: 'review', memoId }, 'remarks', byId.get(remark.id) ?? null, remark),
        ),
      ],
    });
  });

/**
 * The remark to which a reply belongs: the first of its thread; null for a remark that is not a reply. Fails with
 * `not-found`.
 */
const findAnswered = (
  remarks: readonly Remark[],
  repliesTo: Comment['repliesTo'],
): Result<Remark | null, AppError> => {
  if (repliesTo === null) return ok(null);
  const answered = remarks.find(({ id }) => id === repliesTo);
  if (answered === undefined) return notFound('remark', repliesTo);
  const isReply = answered.kind === 'comment' && answered.repliesTo !== null;
  return isReply ? findAnswered(remarks, answered.repliesTo) : ok(answered);
};

/** A new comment, or a reply, which has the place and the round of what it answers. */
const commentOf = (
  { memoId, remarkId, place, text }: Input<'memo:add-comment'>,
  answered: Remark | null,
  writer: string,
  at: Timestamp,
): Comment => ({
  kind: 'comment',
  id: remarkId,
  memoId,
  roundId: answered?.roundId ?? null,
  place: answered === null ? place : answered.place,
  context: '',
  writer,
  saidAt: at,
  text,
  repliesTo: answered?.id ?? null,
  state: 'open',
  reason: '',
  createdAt: at,
  updatedAt: at,
});

/**
 * The existing comment of a repeated request; null if the id is free. Fails with `invalid-input` if something else has
 * the id.
 */
const findSaid = (remarks: readonly Remark[], comment: Comment): Result<Comment | null, AppError> => {
  const there = remarks.find(({ id }) => id === comment.id);
  if (there === undefined) return ok(null);
  const isIt =
    there.kind === 'comment' && there.text === comment.text && there.repliesTo === comment.repliesTo;
  return isIt ? ok(there) : idIsTaken('memo:add-comment');
};

/** The remarks on a memo that may still be edited. Fails with `memo-is-sent`. */
const remarksOfDraft = async (
  reader: ArchiveReader,
  memoId: MemoId,
): Promise<Result<readonly Remark[], AppError>> => {
  const draft = await findDraft(reader, memoId);
  if (!draft.ok) return draft;
  const review = await reader.review(memoId);
  return review.ok ? ok(review.value.remarks) : review;
};

const addComment = (
  { archive, machine, local }: Deps,
  input: Input<'memo:add-comment'>,
): Promise<Result<Comment, AppError>> =>
  archive.perform(async (reader) => {
    const { memoId, repliesTo } = input;
    const read = await remarksOfDraft(reader, memoId);
    if (!read.ok) return read;
    const remarks = read.value;
    const answered = findAnswered(remarks, repliesTo);
    if (!answered.ok) return answered;
    const writer = writerNameOf(local.settings().analystName) ?? '';
    const comment = commentOf(input, answered.value, writer, toTimestamp(machine.nowMs()));
    const there = findSaid(remarks, comment);
    if (!there.ok) return there;
    const isNew = there.value === null;
    const changes = isNew ? recordChanges({ kind: 'review', memoId }, 'remarks', null, comment) : [];
    return ok({ value: there.value ?? comment, name: 'add-comment', changes });
  });

export const createRemarkHandlers = (
  deps: Deps,
): Pick<HandlersOn<'memo'>, 'memo:remarks' | 'memo:settle-remarks' | 'memo:add-comment'> => ({
  'memo:remarks': ({ memoId }) => readRemarks(deps.archive, memoId),

  /**
   * One undo step together with the memo, however many are settled; remarks that can't be applied are left and named.
   * Fails with `memo-is-sent`.
   */
  'memo:settle-remarks': (input) => settle(deps, input),

  /** A repeated request changes nothing. Fails with `memo-is-sent`, `not-found` for a reply to a missing remark. */
  'memo:add-comment': (input) => addComment(deps, input),
});
