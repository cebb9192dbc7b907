import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { pollUntil } from '../support/poll-until.ts';
import { RUN_LIMIT_MS } from '../support/run-limited.ts';

/** A program that saves passages without a pause, and writes `saved ARTICLE PASSAGE VERSION` for each. */
export type Saver = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
};

/**
 * A save that the program has acknowledged: the passage must be there, at this version or a later one. A program that
 * counts no versions says 0.
 */
export type Acknowledged = {
  readonly articleId: string;
  readonly passageId: string;
  readonly version: number;
};

const acknowledgement = /^saved (\S+) (\S+) (\d+)$/;

/** The save that a line acknowledges; none where the line says something else. */
export const acknowledgedIn = (line: string): readonly Acknowledged[] => {
  const [, articleId, passageId, version] = acknowledgement.exec(line) ?? [];
  if (articleId === undefined || passageId === undefined) return [];
  return [{ articleId, passageId, version: Number(version) }];
};

/**
 * Starts the program, lets it save for a while, and ends it with SIGKILL in the midst. Answers what it had
 * acknowledged until then.
 *
 * @param runMs from its first acknowledgement to its end
 * @param whileStopped is done just before the end, while the program stands still in whatever it was doing
 */
export const endByForce = async (
  saver: Saver,
  runMs: number,
  whileStopped?: () => void,
): Promise<readonly Acknowledged[]> => {
  const child = spawn(saver.program, saver.args, { stdio: ['ignore', 'pipe', 'inherit'], env: saver.env });
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => acknowledged.push(...acknowledgedIn(line)));
  const ended = once(child, 'close');
  const limit = setTimeout(() => child.kill('SIGKILL'), RUN_LIMIT_MS);
  await Promise.race([once(lines, 'line'), ended.then(failOnEarlyEnd)]).finally(() => clearTimeout(limit));
  // The moment of the end is what is tried here: there is nothing to be polled for.
  await wait(runMs);
  if (whileStopped !== undefined) {
    await stop(child);
    whileStopped();
  }
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') failOnEarlyEnd();
  return acknowledged;
};

const stop = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGSTOP');
  await pollUntil('the saver stands still', () => {
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T') || undefined;
  });
};

const failOnEarlyEnd = (): never => {
  throw new Error('The saver ended before it was to, or saved nothing; what it said stands above.');
};
