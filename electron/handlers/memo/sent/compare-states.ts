import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { compareSnapshots } from '#domain/memo/compare/compare-snapshots.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { freezeMemo } from './freeze-memo.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** A snapshot, or the memo as it stands now, frozen for the comparison alone. */
const readState = async (
  deps: Deps,
  { memoId, snapshotId }: Input<'memo:compare'>['old'],
): Promise<Result<Snapshot, AppError>> => {
  if (snapshotId !== null) {
    const file = await deps.archive.snapshot(memoId, snapshotId);
    return file.ok ? ok(file.value.snapshot) : file;
  }
  const prepared = await prepareMemo(deps, memoId);
  return prepared.ok ? ok(freezeMemo(deps, prepared.value, 'by-hand')) : prepared;
};

/** What differs between two states of memos. */
export const compareStates = async (
  deps: Deps,
  { old, fresh }: Input<'memo:compare'>,
): Promise<Result<Output<'memo:compare'>, AppError>> => {
  const then = await readState(deps, old);
  if (!then.ok) return then;
  const now = await readState(deps, fresh);
  return now.ok ? ok(compareSnapshots(then.value, now.value)) : now;
};
