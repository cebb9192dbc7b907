/** Backups of the time before an archive was encrypted: whoever has the disk reads them. */

import type { BackupList } from '#domain/backup/backup-list.ts';
import type { BackupJobs, JobWatch } from '#electron/ports/backup-jobs.ts';
import { hasAgeHeader } from '#electron/storage/encryption/file-codec.ts';
import { CONVERSION_FILE, KEY_FILE } from '#electron/storage/folder/layout.ts';
import { backupStop, stopIfCancelled, toBackupStop } from '../backup-stop.ts';
import { type NamedList, readFilesOf } from './lists.ts';
import { type Repository, withRepository } from './open-repository.ts';
import { isComplete, removeUnneeded } from './prune-backups.ts';

/**
 * Tells whether a backup is encrypted: its key is in it, and no conversion was going on, which leaves files in the
 * clear. Where the part that says so is damaged, one of its contents tells; null: nothing does. Lists that share that
 * part are read once.
 */
export const createKeyFinder = ({ objects }: Pick<Repository, 'objects'>) => {
  const known = new Map<string, Promise<boolean | null>>();
  const lookInto = async (part: BackupList): Promise<boolean | null> => {
    const [file] = (await readFilesOf(part, objects)) ?? [];
    const bytes = file === undefined ? null : await objects.read(file.sha256);
    return bytes === null ? null : hasAgeHeader(bytes);
  };
  const find = async ({ head, parts }: NamedList): Promise<boolean | null> => {
    // Files of the root stand in the first part: see cutInParts.
    const [root, ...others] = parts.map((part) => ({ head, parts: [part] }));
    const files = root === undefined ? null : await readFilesOf(root, objects);
    if (files !== null)
      return (
        files.some(({ path }) => path === KEY_FILE) && !files.some(({ path }) => path === CONVERSION_FILE)
      );
    for (const other of others) {
      const looked = await lookInto(other);
      if (looked !== null) return looked;
    }
    return null;
  };
  return (list: NamedList): Promise<boolean | null> => {
    const key = list.parts[0]?.part ?? '';
    const found = known.get(key) ?? find(list);
    known.set(key, found);
    return found;
  };
};

/**
 * Deletes the backups that lie in the clear, and the contents that no other has: only where an encrypted one is whole.
 * Where a backup can't be read no content goes, and the answer says so.
 */
export const removeClearBackups = async (
  job: BackupJobs['remove-clear']['takes'],
  watch: JobWatch,
): Promise<BackupJobs['remove-clear']['gives']> => {
  try {
    return await withRepository(job.folder, { ...job, mayFound: false }, (repository) =>
      removeFrom(repository, job.folder, watch),
    );
  } catch (cause) {
    throw toBackupStop(job.folder, cause);
  }
};

const removeFrom = async (
  repository: Repository,
  folder: string,
  { signal }: JobWatch,
): Promise<BackupJobs['remove-clear']['gives']> => {
  const { lists, hasDamaged } = await repository.lists.readAll();
  const hasKey = createKeyFinder(repository);
  const encrypted: NamedList[] = [];
  const clear: NamedList[] = [];
  let hasUnknown = false;
  for (const list of lists) {
    const isEncrypted = await hasKey(list);
    hasUnknown ||= isEncrypted === null;
    if (isEncrypted !== null) (isEncrypted ? encrypted : clear).push(list);
  }
  const [newest] = encrypted;
  if (newest === undefined || !(await isComplete(newest, repository))) throw backupStop(folder, 'damaged');
  stopIfCancelled(signal);
  await repository.lists.remove(clear.map(({ id }) => id));
  const isCleared = !hasDamaged && !hasUnknown && (await removeUnneeded(repository, encrypted));
  if (isCleared) await repository.objects.removeDamaged((head) => !hasAgeHeader(head));
  return { removed: clear.length, hasUnreadable: !isCleared };
};
