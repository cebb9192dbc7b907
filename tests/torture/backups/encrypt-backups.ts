import { doJob } from '#electron/backup/process/do-job.ts';
import { archiveId, backUpJob, idle } from './scene.ts';

/** What *Encrypt the backups…* does with the archive in `archive` of the folder and its backups in `disk`. */
export const encryptBackups = async (folder: string): Promise<void> => {
  const { folder: disk, ...job } = backUpJob(folder, 1);
  const taken = await doJob({ ...job, folder: disk }, idle);
  if (!taken.ok) throw new Error(JSON.stringify(taken.error));
  const removed = await doJob({ kind: 'remove-clear', folder: disk, archiveId, title: 'Desk' }, idle);
  if (!removed.ok) throw new Error(JSON.stringify(removed.error));
};
