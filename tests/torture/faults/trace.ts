/** Runs the actor under strace, which ends it or lets a system call fail at a chosen call. */
import { readFileSync, rmSync } from 'node:fs';
import { runLimited, runToEnd } from '../../support/run-limited.ts';
import type { Said } from './actor.ts';

/** How the actor is run. */
export type Run = { readonly actor: string; readonly scene: string; readonly folder: string };

export type Ran = {
  readonly said: readonly Said[];
  /**
   * `killed` by a signal: the injected one, or its own where not even its event loop can write; `never` where it did
   * not end by itself within the limit; else its exit code.
   */
  readonly ended: 'killed' | 'never' | number;
  readonly stderr: string;
};

/** One thread does what waits for the disk, so that the calls of a run come in the same order each time. */
const environment = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_OPTIONS: '', NODE_NO_WARNINGS: '1' };

const straceArgs = (options: readonly string[], { actor, scene, folder }: Run): readonly string[] => [
  '-f',
  '-qqq',
  ...options,
  process.execPath,
  actor,
  scene,
  folder,
];

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

const injectionsOf = (injections: readonly string[]): readonly string[] =>
  injections.flatMap((each) => ['-e', `inject=${each}`]);

/** Runs the actor with a fault; `always` are further injections, of strace's own syntax. */
export const runWithFault = async (run: Run, fault: Fault, always: readonly string[] = []): Promise<Ran> => {
  const { call, does, at, isLasting } = fault;
  const effect = does === 'KILL' ? 'signal=KILL' : `error=${does}`;
  const injections = [...always, `${call}:${effect}:when=${at}${isLasting ? '+' : ''}`];
  const calls = new Set(injections.map((injection) => injection.slice(0, injection.indexOf(':'))));
  const options = ['-o', '/dev/null', '-e', `trace=${[...calls].join(',')}`, ...injectionsOf(injections)];
  const ran = await runLimited('strace', straceArgs(options, run), { env: environment });
  const endedWith = ran.signal === null ? (ran.status ?? 0) : 'killed';
  return {
    said: ran.stdout.split('\n').flatMap(readLine),
    ended: ran.isInTime ? endedWith : 'never',
    stderr: ran.stderr,
  };
};

/**
 * Runs the actor without a fault, and answers for each system call which of its calls touch the archive: `when=N` of
 * strace counts the calls of each thread on its own.
 */
export const findCalls = async (
  run: Run,
  calls: readonly string[],
  always: readonly string[] = [],
): Promise<ReadonlyMap<string, readonly number[]>> => {
  const log = `${run.folder}.strace`;
  const options = ['-y', '-o', log, '-e', `trace=${calls.join(',')}`, ...injectionsOf(always)];
  await runToEnd('strace', straceArgs(options, run), { env: environment });
  const numbers = numbersIn(readFileSync(log, 'utf8'), run.folder);
  rmSync(log);
  return numbers;
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
