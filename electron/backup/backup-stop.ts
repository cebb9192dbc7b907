import { existsSync } from 'node:fs';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { BackupFailure } from '#domain/contract/errors/backup-errors.ts';
import { toWriteFailed } from '#electron/storage/file/system-error.ts';

/** Ends a job with an expected failure, from however deep in it. */
export class JobStop extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

export const backupStop = (folder: string, why: BackupFailure): JobStop =>
  new JobStop({ code: 'backup-stopped', folder, why });

/** Throws `cancelled` once somebody has asked for it. */
export const stopIfCancelled = (signal: AbortSignal): void => {
  if (signal.aborted) throw new JobStop({ code: 'cancelled' });
};

/** What the system says of the folder with the backup, as the end of a job. What is no word of the system is a bug. */
export const toBackupStop = (folder: string, cause: unknown): JobStop => {
  if (cause instanceof JobStop) return cause;
  const { reason } = toWriteFailed(folder, cause);
  if (!existsSync(folder)) return backupStop(folder, 'folder-missing');
  return backupStop(folder, reason === 'disk-full' || reason === 'read-only' ? reason : 'other');
};

/** The same of a folder that is filled from a backup or a zip. */
export const toRestoreStop = (folder: string, cause: unknown): JobStop =>
  cause instanceof JobStop
    ? cause
    : new JobStop({ code: 'restore-failed', folder, reason: toWriteFailed(folder, cause).reason });
