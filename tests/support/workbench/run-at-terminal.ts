import { readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { expect } from 'vitest';
import { ok } from '#domain/result.ts';
import { parseCommandLine } from '#electron/cli/arguments/parse-command-line.ts';
import { createCliDesktop } from '#electron/cli/cli-desktop.ts';
import type { CommandAnswer, CommandResult, ListedRecord } from '#electron/cli/command-context.ts';
import { errorMessage } from '#electron/cli/output/error-message.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { createTextReader } from '#electron/import/read-text.ts';
import { callHandler } from '#electron/ipc/create-dispatcher.ts';
import { heldAnswer, straitText } from '../app/run-cli.ts';
import { createJsdomImporter } from '../importer-in-jsdom.ts';
import { openWorkbench, type Workbench } from './open-workbench.ts';
import { codeOf, succeed } from './results.ts';

const logBug = (_reference: string, _what: string, bug: unknown): never => {
  throw bug;
};

/** The person at the terminal: where they are, and what stands in the place of dialogs. */
type Place = {
  readonly folder: string;
  readonly exportTo: (path: string) => void;
  readonly importFrom: (...paths: readonly string[]) => void;
};

/** Runs a command over the use cases of a workbench, as it is typed but for its archive. */
const runAt = async (place: Place, deps: HandlerDeps, words: readonly string[]): CommandResult => {
  const line = await parseCommandLine([...words, '--archive', 'archive']);
  if (!line.ok) throw new Error(line.error.sentence);
  if (line.value.kind === 'nothing') throw new Error('the command opens no archive');
  const handlers = createHandlers(deps);
  const answered = await line.value.run({
    call: (name, input) => callHandler({ handlers, newReference: () => 'none', logBug }, name, input),
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

const ignore = (): void => undefined;

/** Runs a command of which no dialog is asked for, and which reads no file but by its whole path. */
export const runAtTerminal = (deps: HandlerDeps, ...words: readonly string[]): CommandResult =>
  runAt({ folder: '/', exportTo: ignore, importFrom: ignore }, deps, words);

/** The records of a long list are printed as they come: here all of them, as the answer. */
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

/**
 * A terminal in a folder of its own, with an archive beside it: what the command line does, without a start of the app.
 */
export type Terminal = {
  readonly folder: string;
  readonly bench: Workbench;
  run(...words: readonly string[]): CommandResult;
  /** What a command answers that succeeds, under --json. */
  answer(...words: readonly string[]): Promise<unknown>;
  /** The code of the error of one that fails. */
  errorCode(...words: readonly string[]): Promise<string>;
  write(name: string, content: string | Uint8Array): Promise<void>;
  read(name: string): Promise<string>;
  /** Imports the text of these tests and answers the id of the article. */
  importText(): Promise<string>;
  close(): Promise<void>;
};

/** Whoever opens it closes it. */
export const openTerminal = async (): Promise<Terminal> => {
  const importer = await createJsdomImporter();
  const bench = await openWorkbench();
  const { desktop, exportTo, importFrom } = createCliDesktop();
  const deps = {
    ...bench.deps,
    desktop,
    texts: createTextReader(importer),
  };
  const folder = dirname(bench.archive.folder);
  const run = (...words: readonly string[]) => runAt({ folder, exportTo, importFrom }, deps, words);
  const answer = async (...words: readonly string[]): Promise<unknown> => {
    const { json, hasFailed } = succeed(await run(...words));
    expect(hasFailed).toBe(false);
    return heldAnswer(words, JSON.stringify(json));
  };
  const write = (name: string, content: string | Uint8Array) => writeFile(resolve(folder, name), content);
  return {
    folder,
    bench,
    run,
    answer,
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
    async close() {
      await importer.close();
      await bench.close();
    },
  };
};
