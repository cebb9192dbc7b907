import { type BigIntStats, statSync } from 'node:fs';
import { requireSystemError } from './system-error.ts';

/**
 * Identifies the state of a file without reading it: which file it is, its size, its time of writing, and the time of
 * any change to its metadata. `none`: there is no file. `unknown`: it can't be determined, and equals nothing.
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

/** The present fingerprint of the file at `path`. */
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
 * Whether two fingerprints are of the same state, as far as the clock of the file system can show. A file that got or
 * lost a second name, as in each of our writes, counts as unchanged.
 */
export const seemsSameState = (a: Fingerprint, b: Fingerprint): boolean => {
  if (typeof a === 'string' || typeof b === 'string') return a === 'none' && b === 'none';
  return a.inode === b.inode && a.device === b.device && a.size === b.size && a.writtenNs === b.writtenNs;
};

/** Whether two fingerprints are certainly of the same state; false if the clock is too coarse to decide. */
export const isSameState = (a: Fingerprint, b: Fingerprint): boolean =>
  seemsSameState(a, b) && (typeof a === 'string' || !isCoarse(a.writtenNs));

/** Whether a file was not touched at all between two fingerprints, not even to reset its time of writing. */
export const isUntouched = (a: Fingerprint, b: Fingerprint): boolean =>
  isSameState(a, b) && (typeof a === 'string' || typeof b === 'string' || a.changedNs === b.changedNs);

/** FAT counts time in steps of 2 s, exFAT of 10 ms: two changes within one look the same. */
const isCoarse = (timeNs: bigint): boolean => timeNs % 10_000_000n === 0n;
