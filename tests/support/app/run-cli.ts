import { execFile } from 'node:child_process';
import { z } from 'zod';
import { answers, failedAnswer } from '#electron/cli/answers.ts';
import { findCommand } from '#electron/cli/commands/command-table.ts';
import {
  commandLineArguments,
  packagedCommandLineArguments,
} from '../../../scripts/app/electron-arguments.mjs';
import { electronUnderTest } from './electron-under-test.ts';

export interface CliOptions {
  /** The folder that relative paths are resolved against. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  timeoutMs?: number;
  /** Ctrl+C is sent once this is done. */
  interruptAfter?: () => Promise<unknown>;
  /** Whether the app under test is the packaged one. */
  isPackaged?: boolean;
}

export interface CliAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Stdout parsed as JSON, which is all that `--json` may print. */
  json(): unknown;
}

/** The text that tests of the command line import. */
export const straitText = `The strait will close to tankers for two days, the harbour office said.
“We saw 🚢 24 ships a day in March,” an official told reporters, “and nine in April.”
The office gave no reason. The strait was closed in 2019 as well.`;

const maxOutputBytes = 64 * 1024 * 1024;

/** Runs one command of the app's command line, as `npm run --silent precis -- …` does, on the built app. */
export function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliAnswer> {
  const cwd = options.cwd ?? process.cwd();
  const toArguments = options.isPackaged ? packagedCommandLineArguments : commandLineArguments;
  return new Promise((resolve, reject) => {
    const child = execFile(
      electronUnderTest(),
      toArguments([...words]),
      {
        cwd,
        // DISPLAY is not passed on: the command line has to work without one.
        env: {
          ...process.env,
          DISPLAY: undefined,
          WAYLAND_DISPLAY: undefined,
          INIT_CWD: cwd,
          ...options.env,
        },
        timeout: options.timeoutMs ?? 60_000,
        killSignal: 'SIGKILL',
        maxBuffer: maxOutputBytes,
      },
      (_error, stdout, stderr) => {
        if (child.exitCode === null) reject(new Error(`The command line did not end by itself.\n${stderr}`));
        else resolve({ exitCode: child.exitCode, stdout, stderr, json: () => heldAnswer(words, stdout) });
      },
    );
    options.interruptAfter?.().then(() => child.kill('SIGINT'), reject);
  });
}

/** The published schema without additional properties: a script may meet one in a later version, a test may not. */
const closed = (schema: z.ZodType): z.ZodType =>
  // As output, in contrast to input, an object has no other fields.
  z.fromJSONSchema(z.toJSONSchema(schema, { io: 'output' }) as Parameters<typeof z.fromJSONSchema>[0]);

const closedAnswers: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(answers).map(([name, schema]) => [name, closed(schema)]),
);
const closedFailure = closed(failedAnswer);

/** The name under which an answer is published: the command, and what it lists. */
export const answerNameOf = (words: readonly string[]): string => {
  const name = findCommand(words) ?? '';
  const listed = words.find((word) => closedAnswers.has(`${name} ${word}`));
  return listed === undefined ? name : `${name} ${listed}`;
};

/** An answer, validated against its published schema. */
export const heldAnswer = (words: readonly string[], stdout: string): unknown => {
  const answer: unknown = JSON.parse(stdout);
  const hasFailed = typeof answer === 'object' && answer !== null && 'error' in answer;
  const schema = hasFailed ? closedFailure : closedAnswers.get(answerNameOf(words));
  if (schema === undefined) throw new Error(`No schema says what ${words.join(' ')} answers.`);
  schema.parse(answer);
  return answer;
};
