import { readFileSync, statfsSync } from 'node:fs';

const FOLDER = '/dev/shm';
const ROOM_BYTES = 2 ** 30;

/** Programs of tests run from their folders too, such as the hooks of a repository. */
function runsPrograms() {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).findLast(([, place]) => place === FOLDER)?.[3];
  return options !== undefined && !options.split(',').includes('noexec');
}

/**
 * Linux's folder in memory, where it has room and may run programs: that of a container often has 64 MB, and may not.
 *
 * @returns {string | null}
 */
export function folderInMemory() {
  if (process.platform !== 'linux') return null;
  try {
    const { bavail, bsize } = statfsSync(FOLDER);
    return bavail * bsize >= ROOM_BYTES && runsPrograms() ? FOLDER : null;
  } catch {
    return null;
  }
}
