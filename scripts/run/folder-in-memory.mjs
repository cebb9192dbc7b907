import { readFileSync, statfsSync } from 'node:fs';

const FOLDER = '/dev/shm';
const ROOM_BYTES = 2 ** 30;

/** Tests also run programs in their folders, such as the hooks of a repository. */
function runsPrograms() {
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const options = mounts.map((line) => line.split(' ')).findLast(([, place]) => place === FOLDER)?.[3];
  return options !== undefined && !options.split(',').includes('noexec');
}

/**
 * Linux's in-memory folder, if it has room and allows running programs: in a container it often has only 64 MB, and
 * does not.
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
