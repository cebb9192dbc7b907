import { renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { RecordFolder } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toWriteFailed } from '../file/system-error.ts';
import { syncFolder } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { folderOf, parentOf } from './layout.ts';
import { listIds } from './list-records.ts';

/** Permanently deletes those of the articles and memos that are in the trash. Returns how many were deleted. */
export const emptyTrash = async (
  context: StorageContext,
  ids: ReadonlySet<string>,
): Promise<Result<number, AppError>> => {
  const folders: readonly RecordFolder[] = [
    ...(await listIds(context, 'article', 'trash')).map((id) => ({ kind: 'article', id }) as const),
    ...(await listIds(context, 'memo', 'trash')).map((id) => ({ kind: 'memo', id }) as const),
  ];
  const going = folders.filter(({ id }) => ids.has(id));
  for (const folder of going) {
    try {
      await deleteFolder(context, folder);
    } catch (cause) {
      return err(toWriteFailed(folderOf(folder, 'trash'), cause));
    }
  }
  return ok(going.length);
};

/** Renamed first: a crash leaves a folder that is cleared away, never half an article. */
const deleteFolder = async (context: StorageContext, folder: RecordFolder): Promise<void> => {
  const path = pathOf(context, folderOf(folder, 'trash'));
  const going = context.temporaryPath(path);
  renameSync(path, going);
  await syncFolder(pathOf(context, parentOf(folder.kind, 'trash')));
  await rm(going, { recursive: true, force: true });
};
