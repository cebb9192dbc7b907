import { open, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { restorablePaths } from '#domain/backup/archive-path.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { RestoredFiles } from '#domain/contract/backup.ts';
import type { JobWatch } from '#electron/ports/backup-jobs.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { ARCHIVE_FILE } from '#electron/storage/folder/layout.ts';
import { stopIfCancelled } from '../backup-stop.ts';
import { forEachAtOnce } from '../job-watch.ts';
import type { Objects } from '../repository/objects.ts';
import { hashFile, ReadingFailed, readThrough, withFile, writeWhole } from '../repository/stream-file.ts';
import { makeFoldersFor } from './fill-folder.ts';

const AT_ONCE = 8;

/** What makes an archive of a folder: written last, so that one which was cut off halfway is none to anybody. */
const isOfArchive = ({ path }: BackedUpFile): boolean => path.startsWith(ARCHIVE_FILE);

/**
 * Writes files of a backup below `root`, which is empty, and compares each with the list by its hash as it lies there
 * then. Those whose content is gone or another are left out, and named. `isLasting`: they are on the disk when it resolves.
 */
export const restoreFiles = async (
  objects: Objects,
  files: readonly BackedUpFile[],
  root: string,
  watch: JobWatch,
  { isLasting = true }: { readonly isLasting?: boolean } = {},
): Promise<RestoredFiles> => {
  const damaged: string[] = [];
  // A list is anybody's who can write in its folder.
  const restorable = restorablePaths(
    files.map(({ path }) => path),
    { isWindows: process.platform === 'win32', foldsCase: process.platform !== 'linux' },
  );
  const canStand = ({ path }: BackedUpFile): boolean => restorable.has(path);
  const folders = makeFoldersFor(
    root,
    files.filter(canStand).map(({ path }) => path),
  );
  let done = 0;
  let bytes = 0;
  const restoreOne = async (file: BackedUpFile): Promise<void> => {
    stopIfCancelled(watch.signal);
    if (canStand(file) && (await restoreFile(objects, file, join(root, file.path), isLasting)))
      bytes += file.size;
    else damaged.push(file.path);
    watch.onProgress(++done, files.length);
  };
  await forEachAtOnce(
    files.filter((file) => !isOfArchive(file)),
    AT_ONCE,
    restoreOne,
  );
  await forEachAtOnce(files.filter(isOfArchive), AT_ONCE, restoreOne);
  if (isLasting) for (const folder of folders) await syncFolder(folder);
  return { files: files.length - damaged.length, bytes, damaged: damaged.sort() };
};

/** Answers whether the file is there now, and is the one that was backed up. */
const restoreFile = async (
  objects: Objects,
  file: BackedUpFile,
  path: string,
  isLasting: boolean,
): Promise<boolean> => {
  if (!objects.has(file.sha256)) return false;
  const isCopied = await copyObject(objects.pathOf(file.sha256), path, isLasting);
  if (!isCopied || (await hashFile(path)) !== file.sha256) {
    await rm(path, { force: true });
    return false;
  }
  const seconds = Number(BigInt(file.mtimeNs) / 1000n) / 1e6;
  await utimes(path, seconds, seconds);
  return true;
};

/** Answers whether the object could be read; what the system says of the new file is thrown. */
const copyObject = async (from: string, to: string, isLasting: boolean): Promise<boolean> => {
  const target = await open(to, 'wx', privateModes.file);
  try {
    await withFile(from, (source) => readThrough(source, (bytes) => writeWhole(target, bytes)));
    if (isLasting) await target.datasync();
    return true;
  } catch (cause) {
    if (cause instanceof ReadingFailed) return false;
    throw cause;
  } finally {
    await target.close();
  }
};
