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
