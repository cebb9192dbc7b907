import type { LocalState } from '../ports/local-state.ts';
import type { FileContext } from './command-context.ts';
import type { ProgressLine } from './output/progress-line.ts';

/** What the command line is started with. */
export type CommandLineStart = {
  readonly words: readonly string[];
  readonly appVersion: string;
  /** What PRECIS_ARCHIVE says; null where it says nothing. */
  readonly usualArchive: string | null;
  /** The folder that relative paths start from. */
  readonly workingFolder: string;
  /** Resolves when the runtime can open pages and start processes, for which it gets ready only when this is called. */
  readonly getReady: () => Promise<void>;
  readonly local: LocalState;
  readonly indexFolder: string;
  /** What PRECIS_PASSPHRASE_FILE says; null where it says nothing. */
  readonly passphraseFile: string | null;
  /** The folder that the window backs an archive up to. */
  readonly backupFolderOf: FileContext['backupFolderOf'];
  /** What the window's settings say: the command line has none of its own for these. */
  readonly isArchiveShared: () => boolean;
  readonly writer: () => string | null;
};

/** How the passphrase of the archive is had. */
export type GivePassphrase = FileContext['passphrase'];
/** What a person at the terminal gives and sees. */
export type Terminal = { readonly passphrase: GivePassphrase; readonly progress: ProgressLine };
