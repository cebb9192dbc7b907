import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import type { ArchiveId, NewId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { NowMs } from '#domain/time.ts';
import type { BackupJob, BackupJobName, BackupJobs } from '../ports/backup-jobs.ts';
import type { Machine } from '../ports/machine.ts';
import type { FileModes } from '../storage/file/write/file-modes.ts';
import type { ProgressLine } from './output/progress-line.ts';

/** What a command works with that opens no archive: it works on files alone, also while the window has them open. */
export type FileContext = {
  readonly appVersion: string;
  readonly doBackupJob: <D extends BackupJobName>(
    job: BackupJob<D>,
  ) => Promise<Result<BackupJobs[D]['gives'], AppError>>;
  /** The folder that backups of an archive go to, as the window's settings say; null where they don't. */
  readonly backupFolderOf: (id: ArchiveId) => string | null;
  readonly nowMs: NowMs;
  readonly machine: Machine;
  /** With which modes files are made in the archive. */
  readonly modes: FileModes;
  /** Whether what is made in the archive can be read by others; as `modes`. */
  readonly isArchiveShared: () => boolean;
  /** Whether the lock of another machine is overruled, by a command that takes the lock itself. */
  readonly forcesLock: boolean;
  /** The passphrase of the archive, as it stands in the file that was named, or was typed (a new one twice). */
  readonly passphrase: (which?: 'new') => Promise<string | null>;
  /** Removes what search has kept of an archive in userData. */
  readonly forgetIndex: (id: ArchiveId) => void;
  /** Asks a person who sits at the terminal for a new one, twice; null where nobody does, or the two differ. */
  readonly askNewPassphrase: () => Promise<string | null>;
  /** Tells a person at the terminal how far a long work has come: see ProgressLine. */
  readonly showProgress: ProgressLine['show'];
  /** The folder of the archive that was named; empty where the command takes none. */
  readonly archiveFolder: string;
  /** The absolute path of one that was typed. */
  readonly resolvePath: (path: string) => string;
};

/** What the other commands work with: the use cases of the open archive, and where the person is. */
export type CommandContext = {
  readonly call: <N extends RequestName>(name: N, input: Input<N>) => Promise<Answer<N>>;
  /** Resolves when the whole archive can be listed, for a command that does not wait for that before it is run. */
  readonly whenListed: () => Promise<void>;
  /** Tells a person at the terminal how far a long work has come: see ProgressLine. */
  readonly showProgress: ProgressLine['show'];
  /** Makes the id of a record that is to be made. */
  readonly newId: NewId;
  /** The absolute path of one that was typed. */
  readonly resolvePath: (path: string) => string;
  /** What a person types at the terminal and nobody sees; null where nobody sits there. */
  readonly askHidden: (question: string) => Promise<string | null>;
  /** Aborts when the person ends the command; asked for by one that has something to keep then. */
  readonly listenForInterrupt: () => AbortSignal;
  /** Says where the next export goes, in place of a dialog. */
  readonly exportTo: (path: string) => void;
  /** Says which file is read next, a new version or an exported memo, or which files, in place of a dialog. */
  readonly importFrom: (...paths: readonly string[]) => void;
};

/** One record of a long list. */
export type ListedRecord = { readonly json: unknown; readonly plain: string };

/** What a command has to say. */
export type CommandAnswer<Json = unknown> = {
  /** Printed under --json; null in the place of what follows. */
  readonly json: Json;
  /** Printed otherwise; lines without the last newline. */
  readonly plain: string;
  /** In the place of both, the file that was asked for on stdout. */
  readonly bytes?: Uint8Array;
  /** In the place of both, the records of a list that may be long: they are printed as they come, and not kept. */
  readonly records?: AsyncIterable<ListedRecord>;
  /** Sentences beside the answer, for whoever is there to read them: they go to stderr. */
  readonly notices?: readonly string[];
  /** Whether a part of it failed though there is an answer. */
  readonly hasFailed: boolean;
  /** Whether the person ended it before all was done. */
  readonly isInterrupted?: boolean;
};
export type CommandResult<Json = unknown> = Promise<Result<CommandAnswer<Json>, AppError>>;

export const answer = <Json>(
  json: Json,
  plain: string,
  notices: readonly string[] = [],
): Result<CommandAnswer<Json>, never> => ok({ json, plain, notices, hasFailed: false });

/** What is not even shaped like an id names nothing that is there. */
export const noSuch = (
  what: 'article' | 'passage' | 'memo' | 'tag' | 'search' | 'source',
  id: string,
): Result<never, AppError> => err({ code: 'not-found', what, id });
