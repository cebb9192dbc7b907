/**
 * What is left of the folder of an article or a memo that another program has taken away: Git and Syncthing leave what
 * they are told to ignore, and with it the folder. It is none of the archive's: read, its `.bak` would bring back half
 * of what somebody has deleted. It stays as it is until something real takes its place.
 */
import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireSystemError } from '../file/system-error.ts';

/** Of this machine alone, or of a file manager. */
const namesOfNoAccount: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

const isOfNoAccount = ({ name }: Dirent): boolean =>
  name.endsWith('.bak') || /\.tmp-[^/]*$/u.test(name) || namesOfNoAccount.includes(name);

/** Whether a folder is there and holds nothing but what does not travel; an empty one, too. */
export const isGhost = (path: string): boolean => {
  try {
    return readdirSync(path, { withFileTypes: true }).every((entry) =>
      entry.isDirectory() ? isGhost(join(path, entry.name)) : isOfNoAccount(entry),
    );
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};

/** Makes room for a folder that takes the place of what is left of one; anything else there stays. */
export const clearGhost = (path: string): void => {
  if (isGhost(path)) rmSync(path, { recursive: true, force: true });
};
