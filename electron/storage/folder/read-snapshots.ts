import type { SnapshotFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type MemoId, type SnapshotId, snapshotIdSchema } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';
import { readSealed } from '../sealed-files.ts';
import type { StorageContext } from '../storage-context.ts';
import { nameOfSnapshot, snapshotFolderOf } from './layout.ts';
import { listRecordNames } from './list-record-names.ts';
import { isFolderIn } from './move-folder.ts';

/** The ids of the snapshots of a memo, sorted. Anything else that lies there is passed over. */
export const listSnapshotIds = async (
  context: StorageContext,
  memoId: MemoId,
): Promise<readonly SnapshotId[]> => {
  const names = await listRecordNames(context, snapshotFolderOf(memoId));
  return names.flatMap((name) => snapshotIdSchema.safeParse(name).data ?? []).sort();
};

/** A snapshot as it was written. One that is damaged is reported, and stops nothing else. */
export const readSnapshot = async (
  context: StorageContext,
  memoId: MemoId,
  id: SnapshotId,
): Promise<Result<SnapshotFile, AppError>> => {
  if (!isFolderIn(context, { holds: 'memo', id: memoId }, 'archive'))
    return err({ code: 'not-found', what: 'memo', id: memoId });
  if (!(await listSnapshotIds(context, memoId)).includes(id))
    return err({ code: 'not-found', what: 'snapshot', id });
  const name = nameOfSnapshot(memoId, id);
  const read = await readSealed(context, 'snapshot', name);
  // Two files that were exchanged, or one that was copied under another name.
  const isOther = read.ok && (read.value.snapshot.id !== id || read.value.snapshot.memoId !== memoId);
  return isOther ? err({ code: 'archive-damaged', file: name, quarantinedAs: null }) : read;
};
