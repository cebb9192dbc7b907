import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { requireSystemError } from '../file/system-error.ts';

/**
 * The first of the folders `parts`, each inside the one before, that is a link out of the archive in `root`; null if
 * there is none. What is outside does not belong to the archive: no backup contains it, and whoever made the link may
 * make Precis read or overwrite anything. A broken link does not lead out.
 */
const findLinkedOut = (root: string, parts: readonly string[]): string | null => {
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    if (isLink(join(root, folder)) && leadsOut(root, folder)) return folder;
  }
  return null;
};

/** See findLinkedOut, for the folders that contain the file `name`. */
export const folderLinkedOut = (root: string, name: string): string | null =>
  findLinkedOut(root, name.split('/').slice(0, -1));

/** The first of some folders of an archive that is, or is inside, a link out of it. */
export const firstLinkedOut = (root: string, folders: readonly string[]): string | null => {
  for (const folder of folders) {
    const found = findLinkedOut(root, folder.split('/'));
    if (found !== null) return found;
  }
  return null;
};

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};

const leadsOut = (root: string, folder: string): boolean => {
  try {
    return !realpathSync(join(root, folder)).startsWith(`${realpathSync(root)}${sep}`);
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};
