import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

/** Folders that other archives stand in, or are made in. */
export type ArchivePlaces = {
  /** The folder that a link to the archive is put into, chosen in a dialog; null where it was cancelled. */
  chooseLinkFolder(): Promise<string | null>;
  /** The folder of an archive, chosen in a dialog; null where it was cancelled. Fails `archive-not-found`. */
  chooseArchive(): Promise<Result<string | null, AppError>>;
  /**
   * A folder that is not there yet, by that name, in one that is chosen in a dialog; null where it was cancelled. Fails
   * `place-in-archive`.
   */
  chooseNewFolder(name: string): Promise<Result<string | null, AppError>>;
};
