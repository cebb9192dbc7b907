/** Files and folders at the paths that a person has chosen, or in the inbox. */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxLook } from '#domain/inbox/at-rest.ts';
import type { Result } from '#domain/result.ts';

/** A file, and its displayed name: its path within a chosen folder. */
export type ChosenFile = { readonly path: string; readonly name: string };

/** The chosen files after expansion. */
export type Chosen = {
  readonly files: readonly ChosenFile[];
  /** Whether it included a folder, mailbox or feed: then even a single file is imported in bulk. */
  readonly holdsMany: boolean;
};

/** The files in an inbox, and how each was found. */
export type FoundInInbox = { readonly files: readonly ChosenFile[]; readonly look: InboxLook };

export type ChosenFiles = {
  /**
   * The files of `paths` in order; those of a folder by name, recursively, and each mail of a mailbox and item of a
   * feed. Without hidden files, remains of programs, and pictures of saved pages. An empty folder is returned itself.
   */
  laidOpen(paths: readonly string[]): Promise<Chosen>;
  /** The file itself; for a mailbox or feed each mail or item. */
  partsOf(file: ChosenFile): Promise<readonly ChosenFile[]>;
  /** All files in the folder, recursively; null if the folder does not exist or can't be read. */
  lookIn(folder: string): Promise<FoundInInbox | null>;
  /**
   * Calls `onName` for names added to the folder itself, if the system reports them, until the returned function is
   * called.
   */
  followNames(folder: string, onName: (name: string) => void): () => void;
};

type FormFileText = { readonly fileName: string; readonly text: string };

/** Reads a chosen form file; each reason for failure has its own code. */
export type ReadFormFile = (path: string) => Promise<Result<FormFileText, AppError>>;
