import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId, NewId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { NowMs } from '#domain/time.ts';
import type { BackupJob, BackupJobName, BackupJobs } from '../ports/backup-jobs.ts';
import type { Machine } from '../ports/machine.ts';
import type { FileModes } from '../storage/file/write/file-modes.ts';
import type { ProgressLine } from './output/progress-line.ts';

/** The context of a command that opens no archive: it works on files only, even while the window has them open. */
export type FileContext = {
  readonly appVersion: string;
  readonly doBackupJob: <D extends BackupJobName>(
    job: BackupJob<D>,
  ) => Promise<Result<BackupJobs[D]['gives'], AppError>>;
  /** The folder for the backups of an archive, from the window's settings; null if they name none. */
  readonly backupFolderOf: (id: ArchiveId) => string | null;
  readonly nowMs: NowMs;
  readonly machine: Machine;
  /** The modes with which files are created in the archive. */
  readonly modes: FileModes;
  /** Whether files created in the archive are readable by other users; see `modes`. */
  readonly isArchiveShared: () => boolean;
  /** Whether the lock of another machine is overruled, for a command that takes the lock itself. */
  readonly forcesLock: boolean;
  /** The passphrase of the archive, from the named file or as typed (a new one twice). */
  readonly passphrase: (which?: 'new') => Promise<string | null>;
  /** Removes the search index of an archive from userData. */
  readonly forgetIndex: (id: ArchiveId) => void;
  /** Asks a person at the terminal twice for a new passphrase; null if there is none, or if the two differ. */
  readonly askNewPassphrase: () => Promise<string | null>;
  /** Shows a person at the terminal the progress of a long task: see ProgressLine. */
  readonly showProgress: ProgressLine['show'];
  /** The archive folder that was named; empty if the command takes none. */
  readonly archiveFolder: string;
  /** The absolute path of a typed path. */
  readonly resolvePath: (path: string) => string;
};

/** The context of all other commands: the use cases of the open archive, and the terminal. */
export type CommandContext = {
  readonly call: <R extends AnyRequest>(request: R, input: InputOf<R>) => Promise<AnswerOf<R>>;
  /** Resolves when the whole archive can be listed, for a command that is started before that. */
  readonly whenListed: () => Promise<void>;
  /** Shows a person at the terminal the progress of a long task: see ProgressLine. */
  readonly showProgress: ProgressLine['show'];
  /** Makes the id of a new record. */
  readonly newId: NewId;
  /** The absolute path of a typed path. */
  readonly resolvePath: (path: string) => string;
  /** Asks a person at the terminal for a text without echo; null if nobody is at a terminal. */
  readonly askHidden: (question: string) => Promise<string | null>;
  /** Aborts when the person interrupts the command; called by a command that has results to keep in that case. */
  readonly listenForInterrupt: () => AbortSignal;
  /** Sets the destination of the next export, in place of a dialog. */
  readonly exportTo: (path: string) => void;
  /** Sets the file to read next (a new version or an exported memo), or several files, in place of a dialog. */
  readonly importFrom: (...paths: readonly string[]) => void;
};

/** One record of a long list. */
export type ListedRecord = { readonly json: unknown; readonly plain: string };

/** The outcome of a command. */
export type CommandAnswer<Json = unknown> = {
  /** Printed under --json; null if one of the fields below takes its place. */
  readonly json: Json;
  /** Printed otherwise; lines without the last newline. */
  readonly plain: string;
  /** Replaces both: the requested file, written to stdout. */
  readonly bytes?: Uint8Array;
  /** Replaces both: the records of a list that may be long, printed as they are read and not kept. */
  readonly records?: AsyncIterable<ListedRecord>;
  /** Sentences for a person, printed to stderr beside the answer. */
  readonly notices?: readonly string[];
  /** Whether a part of the command failed although there is an answer. */
  readonly hasFailed: boolean;
  /** Whether the person interrupted the command before all was done. */
  readonly isInterrupted?: boolean;
};
export type CommandResult<Json = unknown> = Promise<Result<CommandAnswer<Json>, AppError>>;

export const answer = <Json>(
  json: Json,
  plain: string,
  notices: readonly string[] = [],
): Result<CommandAnswer<Json>, never> => ok({ json, plain, notices, hasFailed: false });

/** A word that does not have the form of an id can't name an existing record. */
export const noSuch = (
  what: 'article' | 'board' | 'passage' | 'memo' | 'tag' | 'search' | 'source',
  id: string,
): Result<never, AppError> => err({ code: 'not-found', what, id });
