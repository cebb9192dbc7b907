/** Runs the actor under strace, which ends it or lets a system call fail at a chosen call. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import type { Said } from './actor.ts';

/** How the actor is run. */
export type Run = { readonly actor: string; readonly scene: string; readonly folder: string };

export type Ran = {
  readonly said: readonly Said[];
  /** `killed` by a signal: the injected one, or its own where not even its event loop can write; else its exit code. */
  readonly ended: 'killed' | number;
  readonly stderr: string;
};

/** One thread does what waits for the disk, so that the calls of a run come in the same order each time. */
const environment = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '', NODE_NO_WARNINGS: '1' };

const strace = async (options: readonly string[], { actor, scene, folder }: Run): Promise<Ran> => {
  const args = ['-f', '-qqq', ...options, process.execPath, actor, scene, folder];
  const child = spawn('strace', args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return {
    said: texts.stdout.split('\n').flatMap(readLine),
    ended: signal === null ? (code ?? 0) : 'killed',
    stderr: texts.stderr,
  };
};

/** A line that was cut off by the end says nothing. */
const readLine = (line: string): readonly Said[] => {
  try {
    return [JSON.parse(line) as Said];
  } catch {
    return [];
  }
};

/** A fault to inject: `KILL`, or the error of a system call; at each of the numbered calls, or at all from it on. */
export type Fault = {
  readonly call: string;
  readonly does: string;
  readonly at: number;
  readonly isLasting: boolean;
};

/** Runs the actor with a fault; `always` are further injections, of strace's own syntax. */
export const runWithFault = (run: Run, fault: Fault, always: readonly string[] = []): Promise<Ran> => {
  const { call, does, at, isLasting } = fault;
  const effect = does === 'KILL' ? 'signal=KILL' : `error=${does}`;
  const injections = [...always, `${call}:${effect}:when=${at}${isLasting ? '+' : ''}`];
  const calls = new Set(injections.map((injection) => injection.slice(0, injection.indexOf(':'))));
  return strace(
    [
      '-o',
      '/dev/null',
      '-e',
      `trace=${[...calls].join(',')}`,
      ...injections.flatMap((each) => ['-e', `inject=${each}`]),
    ],
    run,
  );
};

/**
 * Runs the actor without a fault, and answers for each system call which of its calls touch the archive: `when=N` of
 * strace counts the calls of each thread on its own.
 */
export const findCalls = async (
  run: Run,
  calls: readonly string[],
  always: readonly string[] = [],
): Promise<{ readonly ran: Ran; readonly numbers: ReadonlyMap<string, readonly number[]> }> => {
  const log = `${run.folder}.strace`;
  const injections = always.flatMap((each) => ['-e', `inject=${each}`]);
  const ran = await strace(['-y', '-o', log, '-e', `trace=${calls.join(',')}`, ...injections], run);
  const numbers = numbersIn(readFileSync(log, 'utf8'), run.folder);
  rmSync(log);
  return { ran, numbers };
};

const numbersIn = (log: string, folder: string): ReadonlyMap<string, readonly number[]> => {
  const counts = new Map<string, number>();
  const numbers = new Map<string, Set<number>>();
  for (const line of log.split('\n')) {
    const [, thread, call] = /^(\d+) +(\w+)\(/u.exec(line) ?? [];
    if (thread === undefined || call === undefined) continue;
    const count = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, count);
    if (line.includes(folder)) numbers.set(call, (numbers.get(call) ?? new Set()).add(count));
  }
  return new Map([...numbers].map(([call, found]) => [call, [...found].toSorted((a, b) => a - b)]));
};
