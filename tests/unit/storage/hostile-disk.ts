import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;

/** Why there can be no disk of a size of our own here; null where there can. */
export const whyNoSmallDisk = (): string | null =>
  isRoot && process.platform === 'linux' ? null : 'only root on Linux may mount a disk of 1 MiB';

export type SmallDisk = {
  /** Leaves room for so many pages of 4 KiB. */
  fill(freePages: number): void;
  /** Makes room again. */
  empty(): Promise<void>;
  setReadOnly(isReadOnly: boolean): void;
  unmount(): void;
};

/** A disk of 1 MiB at `folder`, in memory. */
export const mountSmallDisk = (folder: string): SmallDisk => {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  const filler = join(folder, 'filler');
  return {
    fill: (freePages) => {
      const reserve = `${filler}-reserve`;
      writePages(reserve, freePages);
      writePages(filler, Number.POSITIVE_INFINITY);
      execFileSync('rm', ['-f', reserve]);
    },
    empty: () => rm(filler),
    setReadOnly: (isReadOnly) => {
      execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
    unmount: () => {
      execFileSync('umount', [folder]);
    },
  };
};

/** Writes until the pages are written or the disk is full. */
const writePages = (path: string, pages: number): void => {
  const descriptor = openSync(path, 'wx');
  try {
    for (let page = 0; page < pages; page++) writeSync(descriptor, Buffer.alloc(4096, 1));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')) throw cause;
  } finally {
    closeSync(descriptor);
  }
};

/** Forbids that anything is created, renamed or removed in a folder; answers how to allow it again. */
export const makeReadOnly = async (folder: string): Promise<() => Promise<void>> => {
  if (!isRoot) {
    await chmod(folder, 0o555);
    return () => chmod(folder, 0o755);
  }
  // Root may write where nobody may, but for what is immutable.
  execFileSync('chattr', ['+i', folder]);
  return () => Promise.resolve(void execFileSync('chattr', ['-i', folder]));
};
