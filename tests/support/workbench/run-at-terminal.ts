import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { expect } from 'vitest';
import { err, ok } from '#domain/result.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { parseCommandLine } from '#electron/cli/arguments/parse-command-line.ts';
import { createCliDesktop } from '#electron/cli/cli-desktop.ts';
import type { CommandAnswer, CommandResult, ListedRecord } from '#electron/cli/command-context.ts';
import { errorMessage } from '#electron/cli/output/error-message.ts';
import { readPassphraseFile } from '#electron/cli/passphrase/read-passphrase.ts';
import { createMemoWriters } from '#electron/export/create-memo-writers.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createExportReader, createReviewedFiles } from '#electron/import/create-export-reader.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { callHandler } from '#electron/ipc/create-dispatcher.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { PdfMaker } from '#electron/ports/pdf-maker.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { heldAnswer, straitText } from '../app/run-cli.ts';
import { createJsdomImporter } from '../importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';
import { codeOf, succeed } from './results.ts';

const logBug = (_reference: string, _what: string, bug: unknown): never => {
  throw bug;
};

/** The person at the terminal: the folder, and replacements for dialogs. */
type Place = {
  readonly folder: string;
  readonly exportTo: (path: string) => void;
  readonly importFrom: (...paths: readonly string[]) => void;
};

/** The words of a command, which may name another archive than the terminal's. */
const readWords = async (words: readonly string[]) => {
  const line = await parseCommandLine(words, 'archive');
  if (!line.ok) throw new Error(line.error.sentence);
  return line.value;
};
type ReadLine = Awaited<ReturnType<typeof readWords>>;

/** Runs a command with the handlers of a workbench. */
const runOnBench = async (
  place: Place,
  deps: HandlerDeps,
  line: Extract<ReadLine, { kind: 'archive' }>,
): CommandResult => {
  const handlers = createHandlers(deps);
  const answered = await line.run({
    call: (request, input) => callHandler({ handlers, newReference: () => 'none', logBug }, request, input),
    whenListed: () => deps.catalogue.ready,
    showProgress: () => undefined,
    newId: deps.machine.newId,
    resolvePath: (path) => resolve(place.folder, path),
    askHidden: async () => null,
    listenForInterrupt: () => new AbortController().signal,
    exportTo: place.exportTo,
    importFrom: place.importFrom,
  });
  return answered.ok ? ok(await withRecords(answered.value)) : answered;
};

/** Runs a command that opens no archive: nobody else may have it open. */
const runOnFiles = (
  folder: string,
  machine: Machine,
  { archive, passphraseFile, forcesLock, run }: Extract<ReadLine, { kind: 'nothing' }>,
): CommandResult => {
  const resolvePath = (path: string): string => resolve(folder, path);
  return run({
    appVersion: '0.0.0',
    doBackupJob: (job) => doJob(job, { signal: new AbortController().signal, onProgress: ignore }),
    backupFolderOf: () => null,
    nowMs: machine.nowMs,
    machine,
    modes: privateModes,
    isArchiveShared: () => false,
    showProgress: ignore,
    forcesLock,
    passphrase: async () =>
      passphraseFile === null ? null : succeed(readPassphraseFile(passphraseFile, resolvePath)),
    askNewPassphrase: async () => null,
    forgetIndex: ignore,
    archiveFolder: archive === '' ? '' : resolvePath(archive),
    resolvePath,
  });
};

const ignore = (): void => undefined;

/** Nothing is printed at a test terminal: a request for a PDF is cancelled as overtaken. */
const noPrinter: PdfMaker = {
  make: async () => err({ code: 'cancelled' }),
  warmUp: ignore,
  close: async () => undefined,
};

/** Runs a command that opens no dialog and only reads files by absolute path. */
export const runAtTerminal = async (deps: HandlerDeps, ...words: readonly string[]): CommandResult => {
  const line = await readWords(words);
  if (line.kind === 'nothing') throw new Error('the command opens no archive');
  return runOnBench({ folder: '/', exportTo: ignore, importFrom: ignore }, deps, line);
};

/** The records of a long list are streamed: here they are collected as the answer. */
const withRecords = async (answer: CommandAnswer): Promise<CommandAnswer> => {
  if (answer.records === undefined) return answer;
  const records: ListedRecord[] = [];
  for await (const record of answer.records) records.push(record);
  return {
    ...answer,
    json: records.map(({ json }) => json),
    plain: records.map(({ plain }) => plain).join('\n'),
  };
};

/** A terminal in its own folder, with an archive beside it: the command line without starting the app. */
export type Terminal = {
  readonly folder: string;
  readonly bench: Workbench;
  run(...words: readonly string[]): CommandResult;
  /** The answer of a successful command, with --json. */
  answer(...words: readonly string[]): Promise<unknown>;
  /** The same for a command whose findings are not failures. */
  finding(...words: readonly string[]): Promise<unknown>;
  /** The code of the error of one that fails. */
  errorCode(...words: readonly string[]): Promise<string>;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  /** Imports the text of these tests and returns the id of the article. */
  importText(): Promise<string>;
  /** Does something to the archive while it is closed; a command that opens none may also be run then. */
  whileClosed(act: () => void | Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** The caller closes it. `place` is the folder of an existing archive. */
export const openTerminal = async (place?: string): Promise<Terminal> => {
  const importer = await createJsdomImporter();
  const first = await openWorkbench(undefined, place);
  const { desktop, exportTo, importFrom } = createCliDesktop();
  const folder = dirname(first.archive.folder);
  const texts = createTextReader(importer);
  const exports = createExportReader(importer, texts);
  const reviewedFiles = createReviewedFiles(importer);
  const memoWriters = createMemoWriters(noPrinter, first.deps.machine.newId);
  let bench = first;
  let isOpen = true;
  const whileClosed = async (act: () => void | Promise<void>): Promise<void> => {
    bench = await bench.reopen(async () => {
      isOpen = false;
      await act();
    });
    isOpen = true;
  };
  const run = async (...words: readonly string[]): CommandResult => {
    const line = await readWords(words);
    if (line.kind === 'archive')
      return runOnBench(
        { folder, exportTo, importFrom },
        { ...bench.deps, desktop, texts, exports, reviewedFiles, memoWriters, pdfMaker: noPrinter },
        line,
      );
    const { machine } = first.deps;
    if (!isOpen) return runOnFiles(folder, machine, line);
    const answered: Awaited<CommandResult>[] = [];
    await whileClosed(async () => void answered.push(await runOnFiles(folder, machine, line)));
    const [answer] = answered;
    if (answer === undefined) throw new Error('the command was not run');
    return answer;
  };
  const finding = async (...words: readonly string[]): Promise<unknown> =>
    heldAnswer(words, JSON.stringify(succeed(await run(...words)).json));
  const answer = async (...words: readonly string[]): Promise<unknown> => {
    const { json, hasFailed } = succeed(await run(...words));
    expect(hasFailed).toBe(false);
    return heldAnswer(words, JSON.stringify(json));
  };
  const write = (name: string, content: string | Uint8Array) => writeFile(resolve(folder, name), content);
  return {
    folder,
    get bench() {
      return bench;
    },
    run,
    answer,
    finding,
    async errorCode(...words) {
      const result = await run(...words);
      if (!result.ok) expect(errorMessage(result.error)).not.toBe('');
      return codeOf(result);
    },
    write,
    read: (name) => readFile(resolve(folder, name), 'utf8'),
    async importText() {
      await write('strait.txt', straitText);
      const [imported] = (await answer('import', 'strait.txt')) as [{ id: string }];
      return imported.id;
    },
    whileClosed,
    async close() {
      await importer.close();
      await first.close();
    },
  };
};
