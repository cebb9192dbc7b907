/**
 * What remains of the folder of an article or a memo that another program has deleted: Git and Syncthing leave the
 * files that they ignore, and with them the folder. It is not part of the archive: if it were read, its `.bak` would
 * bring back half of what was deleted. It is left alone until something real takes its place.
 */
import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireSystemError } from '../file/system-error.ts';

/** Files of this machine, or of a file manager. */
const namesOfNoAccount: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

const isOfNoAccount = ({ name }: Dirent): boolean =>
  name.endsWith('.bak') || /\.tmp-[^/]*$/u.test(name) || namesOfNoAccount.includes(name);

/** Whether a folder exists and contains only files that are not synced; true for an empty one. */
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

/** Removes such a remnant, so that a folder can take its place; anything else there stays. */
export const clearGhost = (path: string): void => {
  if (isGhost(path)) rmSync(path, { recursive: true, force: true });
};
