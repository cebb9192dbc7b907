import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { BackedUpFile, LeaveReason } from '#domain/backup/backup-list.ts';
import { isMissing, requireSystemError } from '#electron/storage/file/system-error.ts';
import type { Objects } from '../repository/objects.ts';
import { ReadingFailed } from '../repository/stream-file.ts';
import { type FileState, isSameState, stateOf } from './walk-archive.ts';

/** So often a file that is written anew each time is read, with a longer pause each time. */
const MOST_READINGS = 5;
const PAUSE_MS = 20;

const look = (path: string): FileState | null => {
  try {
    return stateOf(statSync(path, { bigint: true }));
  } catch (cause) {
    requireSystemError(cause);
    return null;
  }
};

/** `again`: it has changed, or was put in the place of another, while it was read. */
const readOnce = async (
  objects: Pick<Objects, 'copy'>,
  absolutePath: string,
  path: string,
): Promise<BackedUpFile | 'gone' | 'again' | 'unreadable'> => {
  const before = look(absolutePath);
  if (before === null) return 'gone';
  try {
    const sha256 = await objects.copy(absolutePath);
    const after = look(absolutePath);
    return after !== null && isSameState(before, after) ? { path, sha256, ...after } : 'again';
  } catch (cause) {
    if (!(cause instanceof ReadingFailed)) throw cause;
    return isMissing(cause.cause) ? 'again' : 'unreadable';
  }
};

/**
 * Backs up one file as it is at one moment: read again where it has changed while it was read. Null where it has gone
 * meanwhile; else why it can't be had.
 */
export const storeFile = async (
  objects: Pick<Objects, 'copy'>,
  absolutePath: string,
  path: string,
): Promise<BackedUpFile | LeaveReason | null> => {
  for (let reading = 1; reading <= MOST_READINGS; reading++) {
    const read = await readOnce(objects, absolutePath, path);
    if (read === 'gone') return null;
    if (read !== 'again') return read;
    await wait(PAUSE_MS * reading);
  }
  return 'changing';
};
