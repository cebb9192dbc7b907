import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

/** Folders and files around the archive that backups, and zips of it, go to and come from. */
export type BackupPlaces = {
  /** Each asks in a dialog, and answers null where it was cancelled. */
  chooseBackupFolder(): Promise<string | null>;
  chooseRestoreFolder(): Promise<string | null>;
  chooseZip(): Promise<string | null>;
  chooseZipFolder(): Promise<string | null>;
  /** A folder on another disk than the archive, where there is one that can be written to. */
  propose(archiveFolder: string): Promise<string | null>;
  isOnOtherDisk(folder: string, archiveFolder: string): Promise<boolean>;
  /** Makes the folder where it is missing. One inside an archive is refused `place-in-archive`. */
  prepare(folder: string): Promise<Result<null, AppError>>;
  /** A folder in which something may lie for a moment. */
  temporary(): string;
  /** A path in the folder that nothing has, by that name or that name with a number. */
  freePath(folder: string, name: string, ending?: string): string;
};
