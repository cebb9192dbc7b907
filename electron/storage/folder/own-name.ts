/**
 * Names on file systems that ignore case (Windows, macOS, exFAT) or normalise accents: what another program has renamed
 * in that way is the same file or folder, found under both names, and listed once.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireSystemError } from '../file/system-error.ts';

/**
 * Whether each part of a name in the archive is listed just so in its folder; a file system of that kind finds others
 * too.
 */
export const isListed = (root: string, name: string): boolean => {
  const parts = name.split('/');
  return parts.every((part, at) => namesIn(join(root, ...parts.slice(0, at))).includes(part));
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};

/** The lower-case name of an entry, if the folder has it under that name too; otherwise null. */
export const ownName = (folder: string, name: string, listed: ReadonlySet<string>): string | null => {
  const own = name.toLowerCase();
  if (own === name) return name;
  return !listed.has(own) && existsSync(join(folder, own)) ? own : null;
};
