import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended. */
export type Ended = {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** False if it exceeded the limit, and was killed with all of its descendants. */
  readonly isInTime: boolean;
};

/** Far longer than any program of a test takes on a loaded machine. */
export const RUN_LIMIT_MS = 120_000;

export type RunOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly limitMs?: number;
};

/** Runs a program to its end, at most for the limit. Nothing of it is left after that. */
export const runLimited = async (
  program: string,
  args: readonly string[],
  { env = process.env, limitMs = RUN_LIMIT_MS }: RunOptions = {},
): Promise<Ended> => {
  // The leader of its own process group, which can be killed as a whole.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env, detached: true });
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  let isInTime = true;
  const timer = setTimeout(() => {
    isInTime = false;
    endGroup(child);
  }, limitMs);
  try {
    const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return { ...texts, status, signal, isInTime };
  } finally {
    clearTimeout(timer);
  }
};

/** The same for a program that must end in time: otherwise throws, with its output. */
export const runToEnd = async (
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> => {
  const ended = await runLimited(program, args, options);
  if (ended.isInTime) return ended;
  throw new Error(`${[program, ...args].join(' ')} did not end.\n${ended.stdout}\n${ended.stderr}`);
};

const endGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
};
