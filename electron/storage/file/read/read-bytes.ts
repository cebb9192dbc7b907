import { close, constants, fstat, open, read } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ReadFailure } from '#domain/contract/errors.ts';
import { isForbidden, isMissing, requireSystemError } from '../system-error.ts';

const openLater = promisify(open);
const closeLater = promisify(close);
const statLater = promisify(fstat);
const readLater = promisify(read);

/** What a look at the bytes of a file finds. */
export type FoundBytes =
  | { readonly found: 'bytes'; readonly bytes: Uint8Array }
  | { readonly found: 'nothing' }
  /** There is something, and its bytes can't be read; they may be sound. */
  | { readonly found: 'unreadable'; readonly reason: ReadFailure };

/** A FIFO would keep the open waiting for a writer for ever. Windows has none, nor the flag. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a regular file of at most `maxBytes`. Whatever else stands under the name (a folder, a pipe, a device,
 * a link that leads nowhere) is unreadable, never missing and never waited for.
 */
export const readBytes = async (path: string, maxBytes: number): Promise<FoundBytes> => {
  try {
    const descriptor = await openLater(path, OPEN_FLAGS);
    try {
      return await readOpened(descriptor, maxBytes);
    } finally {
      await closeLater(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    if (isMissing(cause)) return (await isLink(path)) ? unreadable('not-a-file') : { found: 'nothing' };
    return unreadable(isForbidden(cause) ? 'no-permission' : 'other');
  }
};

const unreadable = (reason: ReadFailure): FoundBytes => ({ found: 'unreadable', reason });

const readOpened = async (descriptor: number, maxBytes: number): Promise<FoundBytes> => {
  const stats = await statLater(descriptor);
  if (!stats.isFile()) return unreadable('not-a-file');
  if (stats.size > maxBytes) return unreadable('too-large');
  return { found: 'bytes', bytes: await readAll(descriptor, stats.size) };
};

/** Only the bytes that the file had when it was asked for its size: one that grows is not followed. */
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

/** Whether the name of what is missing is that of a link, which then leads nowhere. */
const isLink = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};
