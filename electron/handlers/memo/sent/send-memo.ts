import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { isSent } from '#domain/memo/sent/is-sent.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { refusalOf } from '../export-memo.ts';
import { freezeMemo } from './freeze-memo.ts';
import { prepareDraft } from './prepare-draft.ts';
import { exportedWith } from './snapshots-of.ts';

/** The memo that is superseded by the sending of `memo` no longer stands. One that can't be read stays as it is. */
const endSuperseded = async (
  reader: ArchiveReader,
  { kind, supersedesId }: Memo,
  updatedAt: Timestamp,
): Promise<readonly RecordChange[]> => {
  const file = supersedesId === null ? null : await reader.memo(supersedesId);
  if (!file?.ok || !isSent(file.value.memo)) return [];
  const before = file.value.memo;
  const state = kind === 'withdrawal' ? 'withdrawn' : 'superseded';
  const after = { ...before, state, updatedAt } as const;
  return recordChanges({ kind: 'memo', memoId: before.id }, 'memo', before, after);
};

/**
 * Keeps that a memo was sent: freezes it with its evidence and the file it was exported as, and with it ends the memo
 * that it supersedes; one step. Precis sends nothing itself. Fails `memo-is-sent` for one that was sent before, and for
 * all that an export is refused for.
 */
export const sendMemo = (
  { archive, catalogue, machine }: HandlerDeps,
  { memoId, ...said }: Input<'memo:send'>,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const before = prepared.value.memo;
    const refusal = await refusalOf(prepared.value);
    if (refusal !== null) return err(refusal);
    const taken = freezeMemo({ machine }, prepared.value, 'sending');
    const snapshot = { ...taken, exported: await exportedWith(reader, taken) };
    const at = toTimestamp(machine.nowMs());
    const recipients = [...new Set(said.recipients)];
    const sending = { ...said, recipients, snapshotId: snapshot.id, seenChanges: [] };
    const after: Memo = { ...before, state: 'sent', sending, updatedAt: at };
    const changes = [
      ...recordChanges({ kind: 'memo', memoId }, 'memo', before, after),
      ...(await endSuperseded(reader, before, at)),
    ];
    return ok({ value: after, name: 'send-memo', changes, newSnapshots: [snapshot] });
  });
