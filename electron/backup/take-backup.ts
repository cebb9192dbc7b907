import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackedUpFile,
  type BackupHead,
  MOST_NAMED_LEFT_OUT,
  SHARES,
} from '#domain/backup/backup-list.ts';
import type { TakenBackup } from '#domain/contract/backup.ts';
import type { Sha256 } from '#domain/ids.ts';
import { toTimestamp } from '#domain/time.ts';
import type { BackupJobs, JobWatch } from '#electron/ports/backup-jobs.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { systemError } from '#electron/storage/file/system-error.ts';
import { findArchiveAround } from '#electron/storage/folder/find-archive-around.ts';
import { backupStop, JobStop, stopIfCancelled, toBackupStop } from './backup-stop.ts';
import { type Followed, followArchive, type Reuse } from './follow-archive.ts';
import { type NamedList, readFilesOf } from './repository/lists.ts';
import { type Repository, withRepository } from './repository/open-repository.ts';
import { pruneBackups } from './repository/prune-backups.ts';
import { isSameState } from './walk-archive.ts';

type Job = BackupJobs['backup']['takes'];

/** So many of the 256 folders of contents are one share. */
const FOLDERS_OF_SHARE = 256 / SHARES;

/**
 * Backs an archive up: what is new is copied and read back, a part of what is older is read back, and the list is
 * written last. Killed at any moment it leaves all earlier backups as they were.
 */
export const takeBackup = async (job: Job, watch: JobWatch): Promise<TakenBackup> => {
  try {
    const around = findArchiveAround(join(job.folder, 'x'));
    if (around !== null) throw new JobStop({ code: 'place-in-archive', folder: around });
    return await withRepository(job.folder, job, (repository) => takeInto(repository, job, watch));
  } catch (cause) {
    throw toBackupStop(job.folder, cause);
  }
};

/** The clock of a file system may be coarse (FAT: 2 s): what was written this shortly before may have changed after. */
const COARSEST_CLOCK_NS = 3_000_000_000n;

const isOlderThan = ({ mtimeNs, ctimeNs }: BackedUpFile, momentNs: bigint): boolean =>
  BigInt(mtimeNs) < momentNs && BigInt(ctimeNs) < momentNs;

/**
 * What the newest backup of the same folder knows: a file that seems the same and had rested before that backup was
 * made need not be read again, as long as its content is there.
 */
const reuseOf = async (
  { objects }: Repository,
  lists: readonly NamedList[],
  origin: { readonly host: string; readonly folder: string },
): Promise<Reuse> => {
  const last = lists.find(({ head }) => head.host === origin.host && head.folder === origin.folder);
  const files = last === undefined ? null : await readFilesOf(last, objects);
  if (last === undefined || files === null) return () => null;
  const momentNs = BigInt(Date.parse(last.head.takenAt)) * 1_000_000n - COARSEST_CLOCK_NS;
  const known = new Map(files.map((file) => [file.path, file]));
  return (found) => {
    const file = known.get(found.path);
    if (file === undefined || !isSameState(file, found) || !objects.has(file.sha256)) return null;
    return isOlderThan(file, momentNs) ? file : null;
  };
};

const takeInto = async (repository: Repository, job: Job, watch: JobWatch): Promise<TakenBackup> => {
  await requireArchive(job);
  const origin = { host: hostname(), folder: job.root };
  const { lists } = await repository.lists.readAll();
  const share = ((lists[0]?.head.share ?? -1) + 1) % SHARES;
  const damaged = await verifyShare(repository, share, watch);
  const reuse = await reuseOf(repository, lists, origin);
  const before = repository.objects.names().length;
  const { root } = job;
  const followed = await followArchive({ root, objects: repository.objects, reuse, watch });
  // Where the archive went away meanwhile, what was found is not what it holds.
  await requireArchive(job);
  stopIfCancelled(watch.signal);
  const copied = repository.objects.names().length - before;
  const head = headOf(job, { ...origin, share }, followed);
  const id = await repository.lists.write(head, followed.files, repository.objects);
  await requireWritten(repository, id, followed.files.length);
  await pruneBackups(repository, job.nowMs);
  watch.onProgress(1, 1);
  const { takenAt, files, bytes, leftOutCount, leftOut } = head;
  return { id, takenAt, files, bytes, leftOutCount, leftOut, copied, damaged };
};

/** A damaged archive is backed up all the same; another one, or none, is not. */
const requireArchive = async ({ root, archiveId, folder }: Job): Promise<void> => {
  const read = await readContent('archive', join(root, 'archive.json'), plainCodec);
  const isAnother = read.kind === 'content' && read.content.id !== archiveId;
  if (read.kind === 'nothing' || isAnother) throw backupStop(folder, 'archive-gone');
};

const headOf = (
  job: Job,
  origin: Pick<BackupHead, 'host' | 'folder' | 'share'>,
  { files, leftOut }: Followed,
): BackupHead => ({
  format: BACKUP_FORMAT,
  version: BACKUP_VERSION,
  archiveId: job.archiveId,
  title: job.title,
  takenAt: toTimestamp(job.nowMs),
  ...origin,
  files: files.length,
  bytes: files.reduce((sum, { size }) => sum + size, 0),
  leftOutCount: leftOut.length,
  leftOut: leftOut.slice(0, MOST_NAMED_LEFT_OUT),
});

/** Reads the next share of the older contents back. Answers how many were not what their names say. */
const verifyShare = async ({ objects }: Repository, share: number, watch: JobWatch): Promise<number> => {
  const first = share * FOLDERS_OF_SHARE;
  const isInShare = (sha256: Sha256): boolean => {
    const folder = Number.parseInt(sha256.slice(0, 2), 16);
    return folder >= first && folder < first + FOLDERS_OF_SHARE;
  };
  let damaged = 0;
  for (const sha256 of objects.names().filter(isInShare)) {
    stopIfCancelled(watch.signal);
    if (!(await objects.verify(sha256))) damaged++;
  }
  return damaged;
};

/** Reads the list back from the disk: all that it names has to be there. */
const requireWritten = async (repository: Repository, id: string, count: number): Promise<void> => {
  const list = await repository.lists.read(id);
  const files = list === null ? null : await readFilesOf(list, repository.objects);
  const isThere = files?.length === count && files.every(({ sha256 }) => repository.objects.has(sha256));
  if (!isThere) throw systemError('EIO', 'the list was read back otherwise');
};
