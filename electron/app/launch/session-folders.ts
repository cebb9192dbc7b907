import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '#electron/storage/lock/is-running.ts';

/**
 * The name contains the id of the process that made the folder, so that folders left by killed processes are
 * recognised.
 */
const NAME = /^precis-session-(\d{1,10})-[A-Za-z0-9]{6}$/u;

/** Makes a new folder for the files that Chromium keeps during this run. */
export const makeSessionFolder = (parent = tmpdir()): string =>
  mkdtempSync(join(parent, `precis-session-${process.pid}-`));

/**
 * Removes the folders left by killed runs: those with exactly our form of name, owned by this user, whose process has
 * ended. If another process has got the same id meanwhile, the folder stays until that process ends too.
 */
export const removeLeftSessions = (parent = tmpdir()): void => {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid)) || !isOwnFolder(join(parent, name))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
};

const isOwnFolder = (path: string): boolean => {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && (process.getuid === undefined || stats.uid === process.getuid());
};
