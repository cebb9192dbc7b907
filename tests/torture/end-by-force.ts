import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that saves passages without a pause, and writes `saved ARTICLE PASSAGE VERSION` for each. */
export type Saver = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
};

/** A save that the program has acknowledged: the passage must be there, at this version or a later one. */
export type Acknowledged = {
  readonly articleId: string;
  readonly passageId: string;
  readonly version: number;
};

const acknowledgement = /^saved (\S+) (\S+) (\d+)$/;

/**
 * Starts the program, lets it save for a while, and ends it with SIGKILL in the midst. Answers what it had
 * acknowledged until then.
 *
 * @param runMs from its first acknowledgement to its end
 */
export const endByForce = async (saver: Saver, runMs: number): Promise<readonly Acknowledged[]> => {
  const child = spawn(saver.program, saver.args, { stdio: ['ignore', 'pipe', 'inherit'], env: saver.env });
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const [, articleId, passageId, version] = acknowledgement.exec(line) ?? [];
    if (articleId !== undefined && passageId !== undefined)
      acknowledged.push({ articleId, passageId, version: Number(version) });
  });
  const ended = once(child, 'close');
  await Promise.race([once(lines, 'line'), ended.then(failOnEarlyEnd)]);
  // The moment of the end is what is tried here: there is nothing to be polled for.
  await wait(runMs);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') failOnEarlyEnd();
  return acknowledged;
};

const failOnEarlyEnd = (): never => {
  throw new Error('The saver ended by itself; what it said stands above.');
};
