import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxRefusal } from '#domain/contract/errors/import-errors.ts';
import type { Result } from '#domain/result.ts';

/** The folders that an inbox must not overlap; `backups` is null if there are none. */
export type InboxNeighbours = { readonly archive: string; readonly backups: string | null };

/** Folders for other archives, existing or new, and the import folder. */
export type ArchivePlaces = {
  /** Asks for the folder for a link to the archive; null if cancelled. */
  chooseLinkFolder(): Promise<string | null>;
  /** Asks for the folder of an archive; null if cancelled. Fails `archive-not-found`. */
  chooseArchive(): Promise<Result<string | null, AppError>>;
  /** Asks for the folder whose files are imported automatically; null if cancelled. */
  chooseInbox(): Promise<string | null>;
  /** The folder below Downloads into which the browser extension saves pages. */
  readonly keepFolder: string;
  /** Creates that folder if missing; returns its path. */
  makeKeepFolder(): Promise<string>;
  /** Copies the browser extension into a permanent folder, from which a browser loads it; returns its path. */
  makeExtension(): Promise<string>;
  /** Why a folder can't be an inbox; null if it can. Links are followed. */
  refusalOfInbox(folder: string, neighbours: InboxNeighbours): InboxRefusal | null;
  /**
   * Asks for a parent folder; returns the path of a new folder with that name in it, null if cancelled. Fails
   * `place-in-archive`.
   */
  chooseNewFolder(name: string): Promise<Result<string | null, AppError>>;
};

/** Folders and files outside of the archive for backups and zips of it. */
export type BackupPlaces = {
  /** Each asks in a dialog, and returns null if cancelled. */
  chooseBackupFolder(): Promise<string | null>;
  chooseRestoreFolder(): Promise<string | null>;
  chooseZip(): Promise<string | null>;
  chooseZipFolder(): Promise<string | null>;
  /** A folder on another disk than the archive, if there is a writable one. */
  propose(archiveFolder: string): Promise<string | null>;
  isOnOtherDisk(folder: string, archiveFolder: string): Promise<boolean>;
  /** Creates the folder if missing. One inside an archive is refused `place-in-archive`. */
  prepare(folder: string): Promise<Result<null, AppError>>;
  /** A folder for temporary files. */
  temporary(): string;
  /** An unused path in the folder, with that name or that name with a number. */
  freePath(folder: string, name: string, ending?: string): string;
};
