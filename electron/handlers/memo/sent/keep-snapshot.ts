import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Output } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { freezeMemo } from './freeze-memo.ts';
import { sameSnapshot } from './snapshots-of.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** Keeps the memo as it stands, unless the newest snapshot says the same. It is no step of undo: nothing is changed. */
export const keepSnapshot = (
  { archive, catalogue, machine }: Deps,
  memoId: MemoId,
  cause: 'by-hand' | 'print' | 'daily',
): Promise<Result<Output<'memo:snapshot'>, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareMemo({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { sentAs } = prepared.value;
    const snapshot = freezeMemo({ machine }, prepared.value, cause);
    // What was sent is printed as it was sent, and that is kept.
    const kept = cause === 'print' && sentAs?.ok ? sentAs.value : await sameSnapshot(reader, snapshot);
    return ok({
      value: { snapshotId: kept?.id ?? snapshot.id, isNew: kept === null },
      name: 'edit-memo',
      changes: [],
      newSnapshots: kept === null ? [snapshot] : [],
    });
  });

/**
 * Keeps a memo as the last day left it, before the first edit of another one. What stands in the way of that never
 * stands in the way of the edit.
 */
export const createDailySnapshots = (deps: Deps): ((memoId: MemoId) => Promise<void>) => {
  const lookedOn = new Map<MemoId, string>();
  return async (memoId) => {
    const today = localToday(deps.machine.nowMs());
    if (lookedOn.get(memoId) === today) return;
    lookedOn.set(memoId, today);
    const file = await deps.archive.memo(memoId);
    if (!file.ok || localToday(Date.parse(file.value.memo.updatedAt)) === today) return;
    await keepSnapshot(deps, memoId, 'daily');
  };
};
