import { close, constants, existsSync, fstat, open, read, realpathSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import type { ReadFailure } from '#domain/contract/errors/archive-errors.ts';
import { ARCHIVE_FILE } from '../../folder/layout.ts';
import { isForbidden, isLoop, isMissing, requireSystemError } from '../system-error.ts';

/**
 * Opens anything for reading without blocking: opening a FIFO would otherwise wait for a writer for ever. Windows has
 * neither FIFOs nor this flag.
 */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const openLater = promisify(open);
const closeLater = promisify(close);
const statLater = promisify(fstat);
const readLater = promisify(read);

/** The result of reading the bytes of a file. */
export type FoundBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'nothing' }
  /** Something exists, but its bytes can't be read; they may be sound. */
  | { readonly kind: 'unreadable'; readonly reason: ReadFailure };

/** With this flag a link is not opened; on Windows only administrators can create links. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/** Opens a file, or the target of a link if that is in the same archive; null for a link that leads out of it. */
const openInside = async (path: string): Promise<number | null> => {
  try {
    return await openLater(path, READ_FLAGS | NO_LINK);
  } catch (cause) {
    if (!isLoop(cause)) throw cause;
    return leadsOut(path) ? null : openLater(path, READ_FLAGS);
  }
};

/**
 * A file outside does not belong to the archive: no backup has it, and whoever made the link may point it at anything.
 */
const leadsOut = (path: string): boolean => {
  const root = archiveAround(realpathSync(dirname(path)));
  return root !== null && !realpathSync(path).startsWith(`${root}${sep}`);
};

/** The nearest folder at or above a folder that has an `archive.json`; null if there is none. */
const archiveAround = (folder: string): string | null => {
  if (existsSync(join(folder, ARCHIVE_FILE))) return folder;
  return dirname(folder) === folder ? null : archiveAround(dirname(folder));
};

/**
 * The bytes of a regular file of at most `maxBytes`. Anything else with that name (a folder, a pipe, a device, a link
 * that leads nowhere, or out of the archive) is unreadable, never missing and never waited for.
 */
export const readBytes = async (path: string, maxBytes: number): Promise<FoundBytes> => {
  try {
    const descriptor = await openInside(path);
    if (descriptor === null) return unreadable('not-a-file');
    try {
      return await readOpened(descriptor, maxBytes);
    } finally {
      await closeLater(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    if (isMissing(cause)) return (await isLink(path)) ? unreadable('not-a-file') : { kind: 'nothing' };
    return unreadable(isForbidden(cause) ? 'no-permission' : 'other');
  }
};

const unreadable = (reason: ReadFailure): FoundBytes => ({ kind: 'unreadable', reason });

const readOpened = async (descriptor: number, maxBytes: number): Promise<FoundBytes> => {
  const stats = await statLater(descriptor);
  if (!stats.isFile()) return unreadable('not-a-file');
  if (stats.size > maxBytes) return unreadable('too-large');
  return { kind: 'bytes', bytes: await readAll(descriptor, stats.size) };
};

/** Reads only as many bytes as the file had when its size was queried, even if it has grown. */
const readAll = async (descriptor: number, size: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await readLater(descriptor, bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
};

/** Whether the missing file's name is that of a link, which then leads nowhere. */
const isLink = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};
