import { type BigIntStats, statSync } from 'node:fs';
import { requireSystemError } from './system-error.ts';

/**
 * What tells one state of a file from another without reading it: which file it is, its size, when it was written, and
 * when anything about it was changed. `none`: there is no file. `unknown`: it can't be said; it is the same as nothing.
 */
export type Fingerprint =
  | 'none'
  | 'unknown'
  | {
      readonly device: bigint;
      readonly inode: bigint;
      readonly size: bigint;
      readonly writtenNs: bigint;
      readonly changedNs: bigint;
    };

/** The fingerprint of what stands at `path` now. */
export const fingerprintOf = (path: string): Fingerprint => {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? 'none' : fingerprintOfStats(stats);
  } catch (cause) {
    requireSystemError(cause);
    return 'unknown';
  }
};

export const fingerprintOfStats = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): Fingerprint => ({
  device: dev,
  inode: ino,
  size,
  writtenNs: mtimeNs,
  changedNs: ctimeNs,
});

/**
 * Whether two fingerprints are of one state, as far as the clock of the file system tells. That a file got or lost a
 * second name, as each write of ours does to it, is no other state.
 */
export const seemsSameState = (a: Fingerprint, b: Fingerprint): boolean => {
  if (typeof a === 'string' || typeof b === 'string') return a === 'none' && b === 'none';
  return a.inode === b.inode && a.device === b.device && a.size === b.size && a.writtenNs === b.writtenNs;
};

/** Whether two fingerprints are surely of one state; where the clock is too coarse to tell, they are not. */
export const isSameState = (a: Fingerprint, b: Fingerprint): boolean =>
  seemsSameState(a, b) && (typeof a === 'string' || !isCoarse(a.writtenNs));

/** Whether nothing at all has been done to a file between two fingerprints, not even to hide that it was written. */
export const isUntouched = (a: Fingerprint, b: Fingerprint): boolean =>
  isSameState(a, b) && (typeof a === 'string' || typeof b === 'string' || a.changedNs === b.changedNs);

/** FAT counts time in steps of 2 s, exFAT of 10 ms: two changes within one look the same. */
const isCoarse = (timeNs: bigint): boolean => timeNs % 10_000_000n === 0n;
