import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mainKinds } from '#domain/archive/root-files.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { RestoredFiles, RestoreWhat, TestedBackup } from '#domain/contract/backup.ts';
import type { BackupPlace, JobWatch } from '#electron/ports/backup-jobs.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { JobStop, toRestoreStop } from '../backup-stop.ts';
import { fillFolder } from './fill-folder.ts';
import { openBackup } from './open-backup.ts';
import { filesOfRecord } from './record-in-backup.ts';
import { restoreFiles } from './restore-files.ts';

/** Restores a backup, or one article or memo with what it refers to, into a new folder, as an archive. */
export const restoreBackup = async (
  place: BackupPlace,
  what: RestoreWhat,
  to: string,
  watch: JobWatch,
): Promise<RestoredFiles> => {
  const backup = await openBackup(place);
  const files = what.is === 'archive' ? backup.files : await filesOfRecord(backup, what);
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
    const isEncrypted = read.found === 'unreadable' && read.reason === 'encrypted';
    if (read.found !== 'content' && read.found !== 'newer-version' && !isEncrypted) unreadable.push(path);
  }
  return unreadable;
};
