/** What crosses between the main process and the process that does one job with backups. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { BackupJob } from '#electron/ports/backup-jobs.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';

export type BackupRequest = { readonly kind: 'do'; readonly job: BackupJob } | { readonly kind: 'cancel' };

export type BackupAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Result<unknown, AppError> }
  | { readonly kind: 'bug'; readonly why: string };

export type BackupProcess = HelperProcess<BackupRequest, BackupAnswer>;
