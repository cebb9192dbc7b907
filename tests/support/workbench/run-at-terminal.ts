import { ok } from '#domain/result.ts';
import { parseCommandLine } from '#electron/cli/arguments/parse-command-line.ts';
import type { CommandAnswer, CommandResult, ListedRecord } from '#electron/cli/command-context.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import type { HandlerDeps } from '#electron/handlers/handler-deps.ts';
import { callHandler } from '#electron/ipc/call-handler.ts';

const logBug = (_reference: string, _what: string, bug: unknown): never => {
  throw bug;
};

/** Runs a command over the use cases of a workbench, as it is typed but for its archive. */
export const runAtTerminal = async (deps: HandlerDeps, ...words: readonly string[]): CommandResult => {
  const line = parseCommandLine([...words, '--archive', 'archive']);
  if (!line.ok) throw new Error(line.error.sentence);
  if (line.value.opens === 'nothing') throw new Error('the command opens no archive');
  const handlers = createHandlers(deps);
  const answered = await line.value.run({
    call: (name, input) => callHandler({ handlers, newReference: () => 'none', logBug }, name, input),
    whenListed: () => deps.catalogue.ready,
    showProgress: () => undefined,
    newId: deps.machine.newId,
    resolvePath: (path) => path,
    askHidden: async () => null,
    listenForInterrupt: () => new AbortController().signal,
    exportTo: () => undefined,
    importFrom: () => undefined,
  });
  return answered.ok ? ok(await withRecords(answered.value)) : answered;
};

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
