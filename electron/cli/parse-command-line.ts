import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '#domain/result.ts';
import type { CommandLine } from './command.ts';
import type { CommandParser } from './command-parser.ts';
import { commandParsers } from './command-parsers.ts';

const sharedOptions = {
  archive: { type: 'string' },
  json: { type: 'boolean' },
  'force-lock': { type: 'boolean' },
} as const;
const sharedSchema = z.object({
  archive: z.string({ error: 'DIR is needed' }).min(1, { error: 'DIR is needed' }),
  json: z.boolean().default(false),
  'force-lock': z.boolean().default(false),
});

/** Reads the words of a command line; the failure is a sentence about what is wrong with them. */
export function parseCommandLine(words: readonly string[]): Result<CommandLine, string> {
  const [name = '', ...rest] = words;
  const ofTwo = parserOf(words.slice(0, 2).join(' '));
  const parser = ofTwo ?? parserOf(name);
  if (parser === undefined) return err(name === '' ? 'a command is needed' : `there is no command "${name}"`);
  try {
    return ok(readCommand(parser, ofTwo === undefined ? rest : rest.slice(1)));
  } catch (error) {
    if (error instanceof z.ZodError) return err(error.issues.map(describeIssue).join('; '));
    // What parseArgs throws is written for the person who typed it.
    if (isParseArgsError(error)) return err(error.message);
    throw error;
  }
}

const parserOf = (name: string): CommandParser | undefined =>
  Object.hasOwn(commandParsers, name) ? commandParsers[name] : undefined;

function readCommand(parser: CommandParser, words: readonly string[]): CommandLine {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...parser.options, ...sharedOptions },
    allowPositionals: true,
  });
  const { archive, json, 'force-lock': forceLock, ...own } = values;
  const shared = sharedSchema.parse({ archive, json, 'force-lock': forceLock });
  const command = parser.schema.parse({ ...own, words: positionals });
  return { archive: shared.archive, isJson: shared.json, forcesLock: shared['force-lock'], command };
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  const [option] = path;
  if (option === undefined) return `the command ${message}`;
  return option === 'words' ? `what follows the command ${message}` : `--${String(option)} ${message}`;
}

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('ERR_PARSE_ARGS');
