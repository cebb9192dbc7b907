import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync } from 'node:fs';
import { isMissing, isTaken } from '../system-error.ts';

/**
 * Gives a file's bytes a second name: a hard link, which takes no space, or a copy on file systems without links
 * (exFAT, some network drives). Throws if `to` is taken or `from` does not exist.
 */
export const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (cause) {
    if (isMissing(cause) || isTaken(cause)) throw cause;
    copyDurably(from, to);
  }
};

/** Copies `from`. This is rare, so it may block on the disk. */
export const copyDurably = (from: string, to: string): void => {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  const descriptor = openSync(to, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
