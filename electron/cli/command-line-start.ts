import type { LocalState } from '../ports/local-state.ts';
import type { FileContext } from './command-context.ts';
import type { ProgressLine } from './output/progress-line.ts';

/** What the command line is started with. */
export type CommandLineStart = {
  readonly words: readonly string[];
  readonly appVersion: string;
  /** The value of PRECIS_ARCHIVE; null if it is not set. */
  readonly usualArchive: string | null;
  /** The folder against which relative paths are resolved. */
  readonly workingFolder: string;
  /**
   * Resolves when the runtime can open pages and start processes; the runtime only starts to prepare for that at the
   * first call.
   */
  readonly getReady: () => Promise<void>;
  readonly local: LocalState;
  readonly indexFolder: string;
  /** The value of PRECIS_PASSPHRASE_FILE; null if it is not set. */
  readonly passphraseFile: string | null;
  /** The folder that the window backs an archive up to. */
  readonly backupFolderOf: FileContext['backupFolderOf'];
  /** As in the window's settings: the command line has no settings of its own for this. */
  readonly isArchiveShared: () => boolean;
  readonly writer: () => string | null;
};

/** Returns the passphrase of the archive. */
export type GivePassphrase = FileContext['passphrase'];
/** How a person at the terminal types a passphrase and sees progress. */
export type Terminal = { readonly passphrase: GivePassphrase; readonly progress: ProgressLine };
