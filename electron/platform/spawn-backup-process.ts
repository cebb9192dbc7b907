import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { BackupProcess } from '#electron/backup/process/backup-messages.ts';
import { linkProcess } from './link-process.ts';

/** The process that does one job with backups, as it is built beside the main process. */
const entry = join(import.meta.dirname, 'backup-process.js');

/** Starts a utility process for one job: main is never held by it, and it can be ended at any moment. */
export const spawnBackupProcess = (): BackupProcess =>
  linkProcess(utilityProcess.fork(entry, [], { serviceName: 'Precis backup', stdio: 'ignore' }));
