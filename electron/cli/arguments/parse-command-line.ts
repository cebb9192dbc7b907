import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { Command, ReadyCommand } from '../commands/command.ts';
import { commandsBelow, findCommand } from '../commands/command-table.ts';

/** A command line that was read. */
export type CommandLine = ReadyCommand & {
  /** As typed; relative to where the person is. Empty where the command takes none. */
  readonly archive: string;
  readonly isJson: boolean;
  /** Whether the lock of another machine is overruled; that of a process that runs here never is. */
  readonly forcesLock: boolean;
  /** The file whose first line is the passphrase of the archive, as typed; null where none is named. */
  readonly passphraseFile: string | null;
};

/** What is wrong with the words of a command line, and the command that they begin with. */
export type WrongUsage = { readonly sentence: string; readonly command: Command | null };

const sharedOptions = {
  archive: { type: 'string' },
  json: { type: 'boolean' },
  'force-lock': { type: 'boolean' },
  'passphrase-file': { type: 'string' },
} as const;
const sharedSchema = z.object({
  archive: z.string({ error: 'DIR is needed' }).min(1, { error: 'DIR is needed' }),
  json: z.boolean().default(false),
  'force-lock': z.boolean().default(false),
  'passphrase-file': z.string().min(1, { error: 'is empty' }).optional(),
});

const withoutArchive = sharedSchema.extend({
  archive: z.undefined({ error: 'is not taken by this command' }).transform(() => ''),
});

/** Reads the words of a command line; the failure is a sentence about what is wrong with them. */
export function parseCommandLine(words: readonly string[]): Result<CommandLine, WrongUsage> {
  const command = findCommand(words);
  const wrong = (what: string): Result<never, WrongUsage> =>
    err({ sentence: `${what}.`, command: command ?? null });
  if (command === undefined) return wrong(describeUnknown(words[0] ?? ''));
  try {
    return ok(readCommand(command, words.slice(command.name.split(' ').length)));
  } catch (error) {
    if (error instanceof z.ZodError) return wrong(error.issues.map(describeIssue).join('; '));
    const refusal = refusalOf(error);
    if (refusal !== null) return wrong(refusal);
    throw error;
  }
}

function describeUnknown(name: string): string {
  if (name === '') return 'A command is needed';
  const next = commandsBelow(name).map((command) => `"${command.name.slice(name.length + 1)}"`);
  if (next.length === 0) return `There is no command "${name}"`;
  return `What follows "${name}" has to be ${next.slice(0, -1).join(', ')} or ${next.at(-1)}`;
}

function readCommand(command: Command, words: readonly string[]): CommandLine {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple }]) => [name, { type, multiple }]),
  );
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...options, ...sharedOptions },
    allowPositionals: true,
  });
  const { archive, json, 'force-lock': forceLock, 'passphrase-file': passphraseFile, ...own } = values;
  const schema = command.takesNoArchive === true ? withoutArchive : sharedSchema;
  const shared = schema.parse({ archive, json, 'force-lock': forceLock, 'passphrase-file': passphraseFile });
  const ready = command.read({ ...own, words: positionals });
  return {
    ...ready,
    archive: shared.archive,
    isJson: shared.json,
    forcesLock: shared['force-lock'],
    passphraseFile: shared['passphrase-file'] ?? null,
  };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  const [option] = path;
  if (option === undefined) return `the command ${message}`;
  return option === 'words' ? `what follows the command ${message}` : `--${String(option)} ${message}`;
}

/** What Node's parser says of words that it can't read; null of any other error. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!error.code.startsWith('ERR_PARSE_ARGS')) return null;
  // How to give a file whose name begins with a dash is said behind the first sentence.
  const [sentence = error.message] = error.message.split('. ');
  return /'-[^-]/u.test(sentence) ? `${sentence}; words that begin with a dash stand behind --` : sentence;
}
