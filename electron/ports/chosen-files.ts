/** What lies on the disk by the paths that a person has chosen, or that came into the inbox. */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { InboxLook } from '#domain/inbox/at-rest.ts';
import type { Result } from '#domain/result.ts';

/** A file, and the name under which it is reported: within a folder that was chosen its path from there. */
export type ChosenFile = { readonly path: string; readonly name: string };

/** What was chosen, laid open. */
export type Chosen = {
  readonly files: readonly ChosenFile[];
  /** Whether a folder, mailbox or feed was among it: then the files are imported as many are, be they one. */
  readonly holdsMany: boolean;
};

/** What lies in an inbox: its files, and how each was found. */
export type FoundInInbox = { readonly files: readonly ChosenFile[]; readonly look: InboxLook };

export type ChosenFiles = {
  /**
   * The files of `paths` in their order; those of a folder in the order of their names, its folders with them, and
   * each mail of a mailbox and item of a feed of several. Hidden files, what programs leave behind, and the pictures of
   * saved pages are none. A folder without any stands for itself.
   */
  laidOpen(paths: readonly string[]): Promise<Chosen>;
  /** The file itself; of a mailbox or feed of several each mail or item. */
  partsOf(file: ChosenFile): Promise<readonly ChosenFile[]>;
  /** All files in the folder, those in its folders with them; null where the folder is not there. */
  lookIn(folder: string): Promise<FoundInInbox | null>;
  /** Hears of names that come into the folder itself, where the system tells of them, until the answer is called. */
  followNames(folder: string, onName: (name: string) => void): () => void;
};

type FormFileText = { readonly fileName: string; readonly text: string };

/** Reads the file of a form that was chosen; each reason why it can't be has a code of its own. */
export type ReadFormFile = (path: string) => Promise<Result<FormFileText, AppError>>;
