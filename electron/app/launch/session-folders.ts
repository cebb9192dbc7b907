import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '#electron/storage/lock/is-running.ts';

/** The process that made the folder stands in its name, so that what a killed one left is known. */
const NAME = /^precis-session-(\d{1,10})-[A-Za-z0-9]{6}$/u;

/** A new folder for what Chromium keeps in this run. */
export const makeSessionFolder = (parent = tmpdir()): string =>
  mkdtempSync(join(parent, `precis-session-${process.pid}-`));

/**
 * Removes what runs left that were killed: folders of exactly our names, of this user, whose process has ended. Where
 * its number was given to another process meanwhile, the folder stays until that one has ended too.
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
