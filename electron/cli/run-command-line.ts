import { resolve } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { createBackupJobs } from '../backup/process/create-backup-jobs.ts';
import { bugLogging, log, newReference } from '../platform/log.ts';
import { removeIndexes, spawnBackupProcess } from '../platform/spawn-processes.ts';
import { thisMachine } from '../platform/this-machine.ts';
import type { BackupJobName } from '../ports/backup-jobs.ts';
import { privateModes, sharedModes } from '../storage/file/write/file-modes.ts';
import {
  askForHelp,
  type CommandLine,
  type Format,
  formatOf,
  parseCommandLine,
  type WrongUsage,
} from './arguments/parse-command-line.ts';
import type { CommandResult } from './command-context.ts';
import type { CommandLineStart, GivePassphrase, Terminal } from './command-line-start.ts';
import { endOnInterrupt, INTERRUPTED } from './listen-for-interrupt.ts';
import { errorMessage } from './output/error-message.ts';
import { printAnswer } from './output/print-answer.ts';
import { createProgressLine } from './output/progress-line.ts';
import { write } from './output/write.ts';
import { askNewPassphrase, askPassphrase } from './passphrase/ask-passphrase.ts';
import { readPassphraseFile } from './passphrase/read-passphrase.ts';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

/** Runs one command line, from its words to its exit code. Only the answer is written to stdout. */
export async function runCommandLine(start: CommandLineStart): Promise<number> {
  if (start.words[0] === '--version') return printVersion(start.appVersion);
  const line = await parseCommandLine(askForHelp(start.words), start.usualArchive);
  if (!line.ok) return refuse(line.error, formatOf(start.words));
  const { format, command } = line.value;
  endOnInterrupt();
  let ready: Promise<void> | null = null;
  // Called only once: by the second call a command may have installed its own interrupt handler.
  const getReady = () => {
    ready ??= start.getReady().then(endOnInterrupt);
    return ready;
  };
  if (command.needsNoPages !== true) await getReady();
  const result = await runCommand(line.value, { ...start, getReady }).catch(toInternalError);
  if (!result.ok) return printError(result.error, format);
  const { hasFailed, isInterrupted = false } = result.value;
  if (isInterrupted) return INTERRUPTED;
  return hasFailed ? FAILED : DONE;
}

/** Runs the command on the archive or on files only. */
const runCommand = async (line: CommandLine, start: CommandLineStart): CommandResult => {
  const passphrase = passphraseOf(line, start);
  if (!passphrase.ok) return passphrase;
  const progress = createProgressLine({
    isTerminal: process.stderr.isTTY,
    write: (text) => void write(process.stderr, text),
    nowMs: thisMachine.nowMs,
  });
  const terminal = { passphrase: passphrase.value, progress };
  const ran = line.kind === 'nothing' ? runOnFiles(line, start, terminal) : onArchive(line, start, terminal);
  return ran.finally(progress.clear);
};

/** Loaded on demand, since it imports most of the app. */
const onArchive = async (
  ...given: Parameters<typeof import('./run-on-archive.ts').runOnArchive>
): CommandResult => {
  const { runOnArchive } = await import('./run-on-archive.ts');
  return runOnArchive(...given);
};

/**
 * The passphrase from the named file, else from the person: never from the command line, which other users can read.
 */
const passphraseOf = (
  { passphraseFile }: CommandLine,
  { workingFolder, passphraseFile: usual }: CommandLineStart,
): Result<GivePassphrase, AppError> => {
  const path = passphraseFile ?? usual;
  if (path === null)
    return ok((which) =>
      which === 'new' ? askNewPassphrase() : askPassphrase('Passphrase of the archive: '),
    );
  const read = readPassphraseFile(path, (typed) => resolve(workingFolder, typed));
  return read.ok ? ok(async () => read.value) : read;
};

async function printVersion(version: string): Promise<number> {
  await write(process.stdout, `precis ${version}\n`);
  return DONE;
}

/** Prints two lines: what is wrong, and where to find help. */
async function refuse({ sentence, command, group }: WrongUsage, format: Format): Promise<number> {
  if (format !== 'plain') await writeError('wrong-usage', sentence);
  const lists = group === null ? 'help lists the commands' : `help ${group} lists its commands`;
  const more = command === null ? lists : `help ${command} shows its options`;
  await write(process.stderr, `precis: ${sentence}\nprecis ${more}.\n`);
  return WRONG_USAGE;
}

const writeError = (code: string, message: string): Promise<void> =>
  write(process.stdout, `${JSON.stringify({ error: { code, message } })}\n`);

/** A bug outside the handlers, which catch their own. */
function toInternalError(bug: unknown): Result<never, AppError> {
  const reference = newReference();
  bugLogging.logBug(reference, 'the command line', bug);
  return err({ code: 'internal', reference });
}

const jobDoings: { readonly [D in BackupJobName]: string } = {
  check: 'Checking the archive',
  backup: 'Backing up',
  'remove-clear': 'Deleting unencrypted backups',
  list: 'Reading the backups',
  records: 'Reading the backup',
  'read-record': 'Reading the backup',
  restore: 'Restoring',
  test: 'Testing the backup',
  pack: 'Packing',
  unpack: 'Unpacking',
};

/** Runs a command that opens no archive, and so needs no archive lock. */
async function runOnFiles(
  { archive, run, forcesLock, format }: Extract<CommandLine, { kind: 'nothing' }>,
  { workingFolder, appVersion, backupFolderOf, isArchiveShared, indexFolder }: CommandLineStart,
  { passphrase, progress }: Terminal,
): CommandResult {
  const resolvePath = (path: string) => resolve(workingFolder, path);
  const doJob = createBackupJobs({ spawn: spawnBackupProcess, report: (failure) => log.warn(failure) });
  const answered = await run({
    appVersion,
    doBackupJob: (job) =>
      doJob(job, {
        // Only the terminal can end the command.
        signal: new AbortController().signal,
        onProgress: (done, total) => progress.show(jobDoings[job.kind], done, total),
      }),
    backupFolderOf,
    nowMs: thisMachine.nowMs,
    machine: thisMachine,
    modes: isArchiveShared() ? sharedModes : privateModes,
    isArchiveShared,
    showProgress: progress.show,
    forcesLock,
    passphrase,
    askNewPassphrase,
    forgetIndex: (id) => removeIndexes(indexFolder, id),
    archiveFolder: archive === '' ? '' : resolvePath(archive),
    resolvePath,
  });
  progress.clear();
  if (answered.ok) await printAnswer(answered.value, format);
  return answered;
}

async function printError(error: AppError, format: Format): Promise<number> {
  const message = errorMessage(error);
  if (format === 'plain') await write(process.stderr, `precis: ${message}\n`);
  else await writeError(error.code, message);
  return FAILED;
}
