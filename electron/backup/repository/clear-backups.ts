/** Backups of the time before an archive was encrypted: whoever has the disk reads them. */
import type { BackupJobs, JobWatch } from '#electron/ports/backup-jobs.ts';
import { hasAgeHeader } from '#electron/storage/encryption/file-codec.ts';
import { KEY_FILE } from '#electron/storage/folder/layout.ts';
import { backupStop, stopIfCancelled, toBackupStop } from '../backup-stop.ts';
import { type NamedList, readFilesOf } from './lists.ts';
import { type Repository, withRepository } from './open-repository.ts';
import { isComplete, removeUnneeded } from './prune-backups.ts';

/** Tells whether a backup is encrypted: its key is in it. The part that names the key is read once for all that share it. */
export const createKeyFinder = ({ objects }: Pick<Repository, 'objects'>) => {
  const known = new Map<string, Promise<boolean>>();
  const hasKeyIn = async ({ head, parts }: NamedList): Promise<boolean> => {
    const files = await readFilesOf({ head, parts }, objects);
    return files?.some(({ path }) => path === KEY_FILE) ?? false;
  };
  return (list: NamedList): Promise<boolean> => {
    // Files of the root stand in the first part: see cutInParts.
    const parts = list.parts.slice(0, 1);
    const key = parts[0]?.part ?? '';
    const found = known.get(key) ?? hasKeyIn({ ...list, parts });
    known.set(key, found);
    return found;
  };
};

/**
 * Deletes the backups that lie in the clear, and the contents that no other has: only where an encrypted one is whole. Where a
 * list can't be read no content goes, and it is counted in the answer.
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
  for (const list of lists) ((await hasKey(list)) ? encrypted : clear).push(list);
  const [newest] = encrypted;
  if (newest === undefined || !(await isComplete(newest, repository))) throw backupStop(folder, 'damaged');
  stopIfCancelled(signal);
  await repository.lists.remove(clear.map(({ id }) => id));
  if (hasDamaged) return { removed: clear.length, hasUnreadable: true };
  await removeUnneeded(repository, encrypted);
  await repository.objects.removeDamaged((head) => !hasAgeHeader(head));
  return { removed: clear.length, hasUnreadable: false };
};
