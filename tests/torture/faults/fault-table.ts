import type { Fault } from './trace.ts';

/**
 * Each fault, and the system calls in which it may come. `KILL` ends the program as it makes the call; the others are
 * what the system may answer to it.
 */
const changing = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'link', 'unlink', 'mkdir', 'rmdir'];
const reading = ['openat', 'read', 'pread64', 'statx', 'getdents64'];

export const faultTable: Readonly<Record<string, readonly string[]>> = {
  KILL: [...changing, 'openat'],
  ENOSPC: ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'link', 'mkdir', 'openat'],
  EIO: [...changing, ...reading],
  EROFS: ['rename', 'link', 'unlink', 'mkdir', 'rmdir', 'openat'],
  EMFILE: ['openat'],
};

/** All calls in which a fault may come. */
export const tracedCalls: readonly string[] = [...new Set(Object.values(faultTable).flat())];

/** What stands for a file system without hard links (vfat, exFAT, some network drives). */
export const noHardLinks: readonly string[] = ['link:error=EPERM'];

/** All faults at all calls in `npm run torture`; in a short run so many of each row, spread over the calls. */
const SAMPLED = 3;
export const isWhole = process.env.PRECIS_KILLS !== undefined;

type Calls = ReadonlyMap<string, readonly number[]>;
type Kind = { readonly isLasting?: boolean; readonly hasHardLinks?: boolean };

/** The faults of a kind at the calls of a run, by their numbers; those that a test tries. */
export const sampleFaults = (
  does: string,
  calls: Calls,
  { isLasting = false, hasHardLinks = true }: Kind = {},
): readonly Fault[] => {
  const faults = (faultTable[does] ?? [])
    .filter((call) => hasHardLinks || call !== 'link')
    .flatMap((call) => (calls.get(call) ?? []).map((at) => ({ call, does, at, isLasting })));
  return isWhole ? faults : faults.filter((_, at) => share(at, faults) !== share(at - 1, faults));
};

const share = (at: number, faults: readonly Fault[]): number => Math.floor((at * SAMPLED) / faults.length);
