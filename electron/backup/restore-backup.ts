import { existsSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mainKinds } from '#domain/archive/root-files.ts';
import { restorablePaths } from '#domain/backup/archive-path.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { RestoredFiles, RestoreWhat, TestedBackup } from '#domain/contract/backup.ts';
import type { BackupPlace, JobWatch } from '#electron/ports/backup-jobs.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { isMissing, requireSystemError } from '#electron/storage/file/system-error.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { JobStop, stopIfCancelled, toRestoreStop } from './backup-stop.ts';
import { fillFolder, makeFolder, makeFoldersFor, writeArchiveLast } from './fill-folder.ts';
import { openBackup } from './open-backup.ts';
import { filesOfRecord } from './record-in-backup.ts';
import type { Objects } from './repository/objects.ts';
import { hashFile, ReadingFailed, readThrough, withFile, writeWhole } from './repository/stream-file.ts';

const AT_ONCE = 8;

/**
 * Writes files of a backup below `root`, which is empty, and compares each with the list by its hash as it lies there
 * then. Those whose content is gone or another are left out, and named. `isLasting`: they are on the disk when it
 * resolves.
 */
const restoreFiles = async (
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
    makeUnlessRefused,
  );
  const made = new Set(folders);
  let done = 0;
  let bytes = 0;
  const restoreOne = async (file: BackedUpFile, to: string): Promise<boolean> => {
    stopIfCancelled(watch.signal);
    const hasPlace = canStand(file) && made.has(dirname(to));
    const isRestored = hasPlace && (await restoreFile(objects, file, to, isLasting));
    if (isRestored) bytes += file.size;
    else damaged.push(file.path);
    watch.onProgress(++done, files.length);
    return isRestored;
  };
  await writeArchiveLast(files, AT_ONCE, { root, write: restoreOne });
  if (isLasting) for (const folder of folders) await syncFolder(folder);
  return { files: files.length - damaged.length, bytes, damaged: damaged.sort() };
};

/**
 * What a file system says of a name that it does not take, or that is another file's: ext4 takes names that exFAT does
 * not.
 */
const refusals: ReadonlySet<unknown> = new Set(['EINVAL', 'EILSEQ', 'ENAMETOOLONG', 'EEXIST']);
const isRefused = (cause: unknown, path: string): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  // exFAT by FUSE says of such a name that it is not there.
  (refusals.has(cause.code) || (isMissing(cause) && existsSync(dirname(path))));

const makeUnlessRefused = (folder: string): boolean => {
  try {
    // One in a folder that was refused has no place either.
    return existsSync(dirname(folder)) && makeFolder(folder);
  } catch (cause) {
    if (isRefused(cause, folder)) return false;
    throw cause;
  }
};

/** Answers whether the file is there now, and is the one that was backed up. */
const restoreFile = async (
  objects: Objects,
  file: BackedUpFile,
  path: string,
  isLasting: boolean,
): Promise<boolean> => {
  const target = objects.has(file.sha256) ? await openNew(path) : null;
  if (target === null) return false;
  const isCopied = await copyObject(objects.pathOf(file.sha256), target, { size: file.size, isLasting });
  if (!isCopied || (await hashFile(path)) !== file.sha256) {
    await rm(path, { force: true });
    return false;
  }
  const seconds = Number(BigInt(file.mtimeNs) / 1000n) / 1e6;
  // The file counts, and not its time, which may be none that this system knows.
  await utimes(path, seconds, seconds).catch(requireSystemError);
  return true;
};

/** Answers whether the object is such a file and could be read; what the system says of the new one is thrown. */
const copyObject = async (
  from: string,
  target: FileHandle,
  { size, isLasting }: { readonly size: number; readonly isLasting: boolean },
): Promise<boolean> => {
  try {
    const isCopied = await withFile(from, async (source) => {
      if ((await source.stat()).size !== size) return false;
      await readThrough(source, (bytes) => writeWhole(target, bytes));
      return true;
    });
    if (isLasting) await target.datasync();
    return isCopied;
  } catch (cause) {
    if (cause instanceof ReadingFailed) return false;
    throw cause;
  } finally {
    await target.close();
  }
};

/** Null where the file system does not take the name. */
const openNew = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'wx', privateModes.file);
  } catch (cause) {
    if (isRefused(cause, path)) return null;
    throw cause;
  }
};

/** Restores a backup, or one article or memo with what it refers to, into a new folder, as an archive. */
export const restoreBackup = async (
  place: BackupPlace,
  what: RestoreWhat,
  to: string,
  watch: JobWatch,
): Promise<RestoredFiles> => {
  const backup = await openBackup(place);
  const files = what.kind === 'archive' ? backup.files : await filesOfRecord(backup, what);
  return fillFolder(to, (folder) => restoreFiles(backup.repository.objects, files, folder, watch));
};

/** Restores a backup into a folder for once, opens what came out as an archive is opened, and takes it away again. */
export const testBackup = async (
  place: BackupPlace,
  temporary: string,
  watch: JobWatch,
): Promise<TestedBackup> => {
  const { repository, files, head, id } = await openBackup(place);
  const folder = await mkdtemp(join(temporary, 'precis-restore-')).catch((cause: unknown) => {
    throw toRestoreStop(temporary, cause);
  });
  try {
    const restored = await restoreFiles(repository.objects, files, folder, watch, { isLasting: false });
    const unreadable = await unreadableIn(folder, files);
    const damaged = [...new Set([...restored.damaged, ...unreadable])].sort();
    return { id, takenAt: head.takenAt, files: files.length, bytes: restored.bytes, damaged };
  } catch (cause) {
    throw cause instanceof JobStop ? cause : toRestoreStop(folder, cause);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The files without which an archive does not open, and that say nothing. */
const unreadableIn = async (folder: string, files: readonly BackedUpFile[]): Promise<readonly string[]> => {
  const there = new Set(files.map(({ path }) => path));
  const unreadable: string[] = [];
  for (const kind of ['archive', ...mainKinds] as const) {
    const path = `${kind}.json`;
    if (!there.has(path)) continue;
    const read = await readContent(kind, join(folder, path), plainCodec);
    // What is encrypted is what was backed up, to the byte; more can't be said of it here.
    const isEncrypted = read.kind === 'unreadable' && read.reason === 'encrypted';
    if (read.kind !== 'content' && read.kind !== 'newer-version' && !isEncrypted) unreadable.push(path);
  }
  return unreadable;
};
