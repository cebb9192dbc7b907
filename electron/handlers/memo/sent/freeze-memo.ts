import { snapshotIdSchema } from '#domain/ids.ts';
import type { Snapshot, SnapshotCause } from '#domain/memo/snapshot/snapshot.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import type { PreparedMemo } from '../prepare-memo.ts';

/**
 * A snapshot of a prepared memo, with a new id and not written yet. For a sent memo, judgements and evidence are those
 * with which it was sent.
 */
export const freezeMemo = (
  { machine }: Pick<HandlerDeps, 'machine'>,
  prepared: PreparedMemo,
  cause: SnapshotCause,
  exported: Snapshot['exported'] = null,
): Snapshot => {
  const taken = takeSnapshot(prepared, {
    id: snapshotIdSchema.parse(machine.newId()),
    takenAt: toTimestamp(machine.nowMs()),
    cause,
    exported,
  });
  const { sentAs } = prepared;
  if (sentAs === null || !sentAs.ok) return taken;
  return { ...taken, judgements: sentAs.value.judgements, evidence: sentAs.value.evidence };
};
