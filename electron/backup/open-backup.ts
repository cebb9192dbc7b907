import type { BackedUpFile, BackupHead } from '#domain/backup/backup-list.ts';
import type { BackupRow } from '#domain/contract/backup.ts';
import type { ArchiveId } from '#domain/ids.ts';
import type { BackupPlace } from '#electron/ports/backup-jobs.ts';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { type FileCodec, plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { unwrapIdentity } from '#electron/storage/encryption/key-file.ts';
import { KEY_FILE } from '#electron/storage/folder/layout.ts';
import { backupStop, JobStop, toBackupStop } from './backup-stop.ts';
import { createKeyFinder } from './repository/clear-backups.ts';
import { isBackupId, readFilesOf } from './repository/lists.ts';
import { archivesIn, openToRestore, type Repository } from './repository/open-repository.ts';

export type OpenedBackup = {
  readonly repository: Repository;
  readonly head: BackupHead;
  readonly id: string;
  readonly files: readonly BackedUpFile[];
  /** How its files are read, where the archive was encrypted. */
  readonly codec: FileCodec;
};

/** Looks which archive is meant. */
const archiveOf = async ({
  folder,
  archiveId,
}: Pick<BackupPlace, 'folder' | 'archiveId'>): Promise<ArchiveId> => {
  if (archiveId !== null) return archiveId;
  const [only, another] = await archivesIn(folder);
  if (only === undefined) throw backupStop(folder, 'folder-missing');
  if (another !== undefined)
    throw new JobStop({ code: 'not-found', what: 'backup', id: folder, near: await archivesIn(folder) });
  return only;
};

const open = async (place: BackupPlace): Promise<OpenedBackup> => {
  const repository = await openToRestore(place.folder, await archiveOf(place));
  const [newest] = await repository.lists.ids();
  const id = place.backupId ?? newest;
  const list = id === undefined || !isBackupId(id) ? null : await repository.lists.read(id);
  if (id === undefined || !(await repository.lists.ids()).includes(id))
    throw new JobStop({ code: 'not-found', what: 'backup', id: id ?? place.folder });
  const files = list === null ? null : await readFilesOf(list, repository.objects);
  if (list === null || files === null) throw backupStop(place.folder, 'damaged');
  return { repository, head: list.head, id, files, codec: await codecOf(place, files, repository) };
};

/** A backup from before the archive was encrypted has no key; in one that has a key a file in the clear is not read. */
const codecOf = async (
  { identity = null, passphrase }: BackupPlace,
  files: readonly BackedUpFile[],
  repository: Repository,
): Promise<FileCodec> => {
  const known =
    identity ?? (passphrase === undefined ? null : await openKeyIn(files, repository, passphrase));
  return known === null
    ? plainCodec
    : createAgeCodec(known, { takesClear: !files.some(({ path }) => path === KEY_FILE) });
};

const openKeyIn = async (
  files: readonly BackedUpFile[],
  { objects }: Repository,
  passphrase: string,
): Promise<string> => {
  const file = files.find(({ path }) => path === KEY_FILE);
  const key = file === undefined ? null : await objects.read(file.sha256);
  if (key === null) throw new JobStop({ code: 'key-damaged', file: KEY_FILE });
  const identity = await unwrapIdentity(key, passphrase);
  if (identity === null) throw new JobStop({ code: 'wrong-passphrase' });
  return identity;
};

/** Opens a backup for reading. Nothing is written there. */
export const openBackup = async (place: BackupPlace): Promise<OpenedBackup> => {
  try {
    return await open(place);
  } catch (cause) {
    throw toBackupStop(place.folder, cause);
  }
};

/** The backups of an archive, the newest first; a list that can't be read is passed over. */
export const listBackups = async (
  place: Pick<BackupPlace, 'folder' | 'archiveId'>,
): Promise<readonly BackupRow[]> => {
  try {
    const archiveId = await archiveOf(place);
    const repository = await openToRestore(place.folder, archiveId);
    const read = await repository.lists.readAll();
    const hasKey = createKeyFinder(repository);
    return await Promise.all(
      read.lists.map(async (list) => {
        const { takenAt, host, folder, files, bytes, leftOutCount, leftOut } = list.head;
        // Of one that can't be read nothing is claimed.
        const isEncrypted = (await hasKey(list)) ?? true;
        return { id: list.id, takenAt, host, folder, files, bytes, leftOutCount, leftOut, isEncrypted };
      }),
    );
  } catch (cause) {
    throw toBackupStop(place.folder, cause);
  }
};
