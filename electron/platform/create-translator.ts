/**
 * Runs the analyst's program as a child process: the text goes to its standard input, the translation comes from its
 * standard output. Where the system supports it, the program runs without a network: in its own network namespace
 * (Linux), or under a profile that denies the network (macOS). It gets only the environment that a program needs to
 * start, the two languages as PRECIS_FROM and PRECIS_TO and where its arguments name them, a time limit, and a limit on
 * its output.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { TranslatorFailure } from '#domain/contract/errors/article-errors.ts';
import { err, ok } from '#domain/result.ts';
import type { Isolation, Translator } from '../ports/translator.ts';

const VERSION_MS = 5000;
/** The maximum length of a translation: this many times its original, plus a constant. */
const LONGEST = { times: 10, bytes: 1 << 20 };

type Ended =
  | { readonly how: 'written'; readonly out: string }
  | { readonly how: 'cancelled' | TranslatorFailure };

type Running = {
  readonly command: readonly [string, ...string[]];
  readonly input: string;
  readonly env: Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly mostBytes: number;
  readonly signal?: AbortSignal;
};

/** Ends the process with all processes that it has started. */
const end = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has already ended.
  }
};

const run = ({ command, input, env, limitMs, mostBytes, signal }: Running): Promise<Ended> =>
  new Promise((resolve) => {
    const [file, ...args] = command;
    const child = spawn(file, args, {
      cwd: tmpdir(),
      env: { ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    const settle = (ended: Ended): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      end(child);
      resolve(ended);
    };
    const cancel = (): void => settle({ how: 'cancelled' });
    const timer = setTimeout(() => settle({ how: 'timeout' }), limitMs);
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    child.on('error', () => settle({ how: 'not-started' }));
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > mostBytes) settle({ how: 'too-much' });
      else parts.push(part);
    });
    child.on('close', (code) =>
      settle(code === 0 ? { how: 'written', out: Buffer.concat(parts).toString('utf8') } : { how: 'exit' }),
    );
    // A program that does not read its input closes the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const passedOn = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'SystemRoot', 'USERPROFILE', 'TEMP'] as const;
const environment = (): Record<string, string> =>
  Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

const DENIED = '(version 1)(allow default)(deny network*)';

/** The command prefixes that remove network access. */
const wrappers: Readonly<Record<Isolation, readonly string[]>> = {
  namespace: ['unshare', '--user', '--map-current-user', '--net', '--'],
  'sandbox-exec': ['sandbox-exec', '-p', DENIED],
  none: [],
};

const wrap = (isolation: Isolation, command: readonly string[]): readonly [string, ...string[]] => {
  const [first = '', ...rest] = [...wrappers[isolation], ...command];
  return [first, ...rest];
};

const works = async (isolation: Isolation): Promise<boolean> => {
  const ended = await run({
    command: wrap(isolation, ['true']),
    input: '',
    env: environment(),
    limitMs: VERSION_MS,
    mostBytes: LONGEST.bytes,
  });
  return ended.how === 'written';
};

const findIsolation = async (): Promise<Isolation> => {
  if (process.platform === 'linux') return (await works('namespace')) ? 'namespace' : 'none';
  if (process.platform === 'darwin') return (await works('sandbox-exec')) ? 'sandbox-exec' : 'none';
  return 'none';
};

/** The arguments of the command line; those with spaces are in quotation marks. */
const argumentsOf = (line: string, from: string, to: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('{from}', from).replaceAll('{to}', to),
  );

export const createTranslator = (): Translator => {
  let known: Promise<Isolation> | null = null;
  const isolation = (): Promise<Isolation> => {
    known ??= findIsolation();
    return known;
  };
  return {
    isolation,
    async versionOf(path) {
      const ended = await run({
        command: wrap(await isolation(), [path, '--version']),
        input: '',
        env: environment(),
        limitMs: VERSION_MS,
        mostBytes: LONGEST.bytes,
      });
      const [line = ''] = ended.how === 'written' ? ended.out.trim().split('\n') : [];
      return line.trim().slice(0, 100);
    },
    async translate({ program, text, from: language, to }, signal) {
      const from = language ?? 'und';
      const ended = await run({
        command: wrap(await isolation(), [program.path, ...argumentsOf(program.arguments, from, to)]),
        input: text,
        env: { ...environment(), PRECIS_FROM: from, PRECIS_TO: to },
        limitMs: program.limitSeconds * 1000,
        mostBytes: LONGEST.bytes + LONGEST.times * Buffer.byteLength(text),
        signal,
      });
      if (ended.how === 'cancelled') return err({ code: 'cancelled' });
      if (ended.how !== 'written')
        return err({ code: 'translator-failed', why: ended.how, name: program.name });
      const words = ended.out.trim();
      return words === ''
        ? err({ code: 'translator-failed', why: 'no-words', name: program.name })
        : ok(words);
    },
  };
};
