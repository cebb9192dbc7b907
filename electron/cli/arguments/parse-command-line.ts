import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { Command, ReadyCommand } from '../commands/command.ts';
import {
  commandNames,
  commandsBelow,
  findCommand,
  findGroup,
  loadCommand,
} from '../commands/command-table.ts';
import { sharedOptions } from './options.ts';
import { nearestOf, propose } from './wrong-words.ts';

/** How an answer is printed. */
export type Format = 'plain' | 'json' | 'ndjson';

/** A parsed command line. */
export type CommandLine = ReadyCommand & {
  /** The folder as typed, relative to the working folder. Empty if the command takes no archive. */
  readonly archive: string;
  readonly format: Format;
  /** Whether the lock of another machine is overruled; the lock of a process on this machine never is. */
  readonly forcesLock: boolean;
  /** The file whose first line is the passphrase of the archive, as typed; null if none is named. */
  readonly passphraseFile: string | null;
};

/**
 * What is wrong with the words of a command line, and what to ask the help for: the command that they name, or the
 * words that several commands begin with.
 */
export type WrongUsage = {
  readonly sentence: string;
  readonly command: Command['name'] | null;
  readonly group: string | null;
};

const wrongArchive = { error: 'DIR is needed: name the archive, or set PRECIS_ARCHIVE' };
const sharedSchema = z.object({
  archive: z.string(wrongArchive).min(1, wrongArchive),
  json: z.boolean().default(false),
  ndjson: z.boolean().default(false),
  'force-lock': z.boolean().default(false),
  'passphrase-file': z.string().min(1, { error: 'is empty' }).optional(),
});

const withoutArchive = sharedSchema.extend({
  archive: z.undefined({ error: 'is not taken by this command' }).transform(() => ''),
});

/** The words before `--`, which include the options. */
const beforeDashes = (words: readonly string[]): readonly string[] => {
  const end = words.indexOf('--');
  return end === -1 ? words : words.slice(0, end);
};

/** The format that the words ask for, even if they are otherwise wrong. */
export const formatOf = (words: readonly string[]): Format => {
  const options = beforeDashes(words);
  if (options.includes('--ndjson')) return 'ndjson';
  return options.includes('--json') ? 'json' : 'plain';
};

/**
 * Turns `list --help` and `list -h` into `help list`, and `memo --help` into `help memo`; a command line without a help
 * option is returned unchanged.
 */
export const askForHelp = (words: readonly string[]): readonly string[] => {
  if (!beforeDashes(words).some((word) => word === '--help' || word === '-h')) return words;
  return ['help', ...((findCommand(words) ?? findGroup(words))?.split(' ') ?? [])];
};

/**
 * Loads the command that the words of a command line begin with, and parses its words.
 * @param usualArchive the archive of a command line that names none; null if there is no usual one
 */
export const parseCommandLine = async (
  words: readonly string[],
  usualArchive: string | null = null,
): Promise<Result<CommandLine, WrongUsage>> => {
  const name = findCommand(words);
  return readWords(words, name === undefined ? undefined : await loadCommand(name), usualArchive);
};

/** Parses words that begin with the name of that command; the failure is a sentence about what is wrong with them. */
export function readWords(
  words: readonly string[],
  command: Command | undefined,
  usualArchive: string | null,
): Result<CommandLine, WrongUsage> {
  const wrong = (what: string): Result<never, WrongUsage> =>
    err({
      sentence: /[.?]$/u.test(what) ? what : `${what}.`,
      command: command?.name ?? null,
      group: command === undefined ? (findGroup(words) ?? null) : null,
    });
  if (command === undefined) return wrong(describeUnknown(words));
  try {
    return ok(readCommand(command, words.slice(command.name.split(' ').length), usualArchive));
  } catch (error) {
    if (error instanceof z.ZodError) return wrong(error.issues.map(describeIssue).join('; '));
    const refusal = refusalOf(error, command);
    if (refusal !== null) return wrong(refusal);
    throw error;
  }
}

function describeUnknown(words: readonly string[]): string {
  const [name = '', second = '', third = ''] = words;
  if (name === '') return 'A command is needed';
  const below = commandsBelow(`${name} ${second}`).length > 0 ? `${name} ${second}` : name;
  const typed = below === name ? second : third;
  const next = commandsBelow(below).map((command) => `"${command.slice(below.length + 1)}"`);
  if (next.length > 0) {
    const nearest = nearestOf(
      typed,
      next.map((each) => each.slice(1, -1)),
    );
    const which = `"${below}" must be followed by ${next.slice(0, -1).join(', ')} or ${next.at(-1)}.`;
    return nearest === null ? which : `${which}${propose(`${below} ${nearest}`)}`;
  }
  const nearest = nearestOf(`${name} ${second}`, two) ?? nearestOf(name, one);
  return `There is no command "${name}".${propose(nearest)}`;
}

const one: readonly string[] = [...new Set(commandNames.map((name) => name.split(' ')[0] ?? name))];
const two: readonly string[] = commandNames.filter((name) => name.includes(' '));

function readCommand(command: Command, words: readonly string[], usualArchive: string | null): CommandLine {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries({ ...command.options, ...sharedOptions }).map(([name, { type, multiple }]) => [
      name,
      { type, multiple },
    ]),
  );
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const { archive, json, ndjson, help: _, 'force-lock': forceLock, 'passphrase-file': file, ...own } = values;
  const given = { json, ndjson, 'force-lock': forceLock, 'passphrase-file': file };
  const shared =
    command.takesNoArchive === true
      ? withoutArchive.parse({ archive, ...given })
      : sharedSchema.parse({ archive: archive ?? usualArchive ?? undefined, ...given });
  const ready = command.read({ ...own, words: positionals });
  return {
    ...ready,
    archive: shared.archive,
    format: formatOf(words),
    forcesLock: shared['force-lock'],
    passphraseFile: shared['passphrase-file'] ?? null,
  };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  const [option] = path;
  if (option === undefined) return `the command ${message}`;
  return option === 'words' ? `what follows the command ${message}` : `--${String(option)} ${message}`;
}

/** The sentence of Node's parser about words that it can't parse; null for any other error. */
function refusalOf(error: unknown, { options }: Command): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (!error.code.startsWith('ERR_PARSE_ARGS')) return null;
  // Node's message goes on with how to pass a file whose name begins with a dash; only its first sentence is used.
  const [sentence = error.message] = error.message.split('. ');
  if (/'-[^-]/u.test(sentence)) return `${sentence}; put words that begin with a dash after --`;
  const unknown = /^Unknown option '--([^']+)'/u.exec(sentence)?.[1];
  if (unknown === undefined) return sentence;
  const nearest = nearestOf(unknown, Object.keys({ ...options, ...sharedOptions }));
  return nearest === null ? sentence : `${sentence}.${propose(`--${nearest}`)}`;
}
