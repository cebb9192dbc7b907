import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { freezeMemo } from './freeze-memo.ts';
import { prepareDraft } from './prepare-draft.ts';
import { sameSnapshot } from './snapshots-of.ts';

/**
 * Makes a draft say what a snapshot of it says, one step of undo; how it was before is kept as a snapshot first. It keeps
 * its reference number. Fails `memo-is-sent` for one that was sent, `invalid-input` for a snapshot without a text.
 */
export const restoreSnapshot = (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { memoId, snapshotId }: Input<'memo:restore'>,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const before = prepared.value.memo;
    const file = await reader.snapshot(memoId, snapshotId);
    if (!file.ok) return file;
    const { written } = file.value.snapshot;
    if (written === null) {
      const problems = ['snapshotId: holds no text that could be restored'];
      return err({ code: 'invalid-input', request: 'memo:restore', problems });
    }
    const head = { ...written.head, referenceNumber: before.head.referenceNumber };
    const after: Memo = { ...before, ...written, head, updatedAt: toTimestamp(machine.nowMs()) };
    const snapshot = freezeMemo({ machine }, prepared.value, 'by-hand');
    const isKept = (await sameSnapshot(reader, snapshot)) !== null;
    return ok({
      value: after,
      name: 'restore-snapshot',
      changes: recordChanges({ kind: 'memo', memoId }, 'memo', before, after),
      newSnapshots: isKept ? [] : [snapshot],
    });
  });
