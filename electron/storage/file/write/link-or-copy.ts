import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync } from 'node:fs';
import { isMissing, isTaken } from '../system-error.ts';

/**
 * A second name for a file's bytes: a hard link, which takes no room. Where the file system has none (exFAT, some
 * network drives), a copy. Throws when `to` is taken or `from` is not there.
 */
export const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (cause) {
    if (isMissing(cause) || isTaken(cause)) throw cause;
    copyDurably(from, to);
  }
};

/** The bytes of `from` as a file of its own. Seldom made: that it waits for the disk does not matter. */
export const copyDurably = (from: string, to: string): void => {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  const descriptor = openSync(to, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
