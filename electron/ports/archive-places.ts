import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxRefusal } from '#domain/contract/errors/import-errors.ts';
import type { Result } from '#domain/result.ts';

/** What an inbox must not get in the way of; `backups` is null where none are kept. */
export type InboxNeighbours = { readonly archive: string; readonly backups: string | null };

/** Folders that other archives stand in, or are made in, and the one that files are imported from. */
export type ArchivePlaces = {
  /** The folder that a link to the archive is put into, chosen in a dialog; null where it was cancelled. */
  chooseLinkFolder(): Promise<string | null>;
  /** The folder of an archive, chosen in a dialog; null where it was cancelled. Fails `archive-not-found`. */
  chooseArchive(): Promise<Result<string | null, AppError>>;
  /** The folder whose files are to be imported by themselves, chosen in a dialog; null where it was cancelled. */
  chooseInbox(): Promise<string | null>;
  /** The folder below Downloads into which the browser extension saves pages. */
  readonly keepFolder: string;
  /** Makes that folder where it is missing; answers its path. */
  makeKeepFolder(): Promise<string>;
  /** Puts the browser extension into a folder that stays, from which a browser loads it; answers its path. */
  makeExtension(): Promise<string>;
  /** Why a folder can't be an inbox; null where it can. Links are followed. */
  refusalOfInbox(folder: string, neighbours: InboxNeighbours): InboxRefusal | null;
  /**
   * A folder that is not there yet, by that name, in one that is chosen in a dialog; null where it was cancelled. Fails
   * `place-in-archive`.
   */
  chooseNewFolder(name: string): Promise<Result<string | null, AppError>>;
};

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
