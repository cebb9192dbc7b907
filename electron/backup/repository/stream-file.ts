import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { type Sha256, sha256Schema } from '#domain/ids.ts';
import { READ_FLAGS } from '#electron/storage/file/read/read-bytes.ts';
import { requireSystemError, systemError } from '#electron/storage/file/system-error.ts';

const CHUNK_BYTES = 1 << 20;

/** What the system says of a file that is read, told apart from what it says of one that is written meanwhile. */
export class ReadingFailed extends Error {
  override readonly cause: unknown;

  constructor(cause: unknown) {
    super('a file could not be read');
    this.cause = cause;
  }
}

const failReading = (cause: unknown): never => {
  requireSystemError(cause);
  throw new ReadingFailed(cause);
};

/** A device or a pipe under the name of a file would be read for ever. */
const requireFile = async (handle: FileHandle): Promise<void> => {
  if (!(await handle.stat()).isFile()) throw new ReadingFailed(systemError('EINVAL', 'this is no file'));
};

/** Does `work` on a file that is open for reading. Throws a ReadingFailed where it can't be opened, or is none. */
export const withFile = async <T>(path: string, work: (handle: FileHandle) => Promise<T>): Promise<T> => {
  const handle = await open(path, READ_FLAGS).catch(failReading);
  try {
    await requireFile(handle);
    return await work(handle);
  } finally {
    await handle.close();
  }
};

const digestOf = (hash: Hash): Sha256 => sha256Schema.parse(hash.digest('hex'));

/**
 * The SHA-256 of all bytes of an open file, from its beginning, and how many they are. `onBytes` gets each piece before
 * the next is read. Throws a ReadingFailed where it can't be read; what `onBytes` throws is thrown on.
 */
export const readThrough = async (
  handle: FileHandle,
  onBytes: (bytes: Uint8Array) => Promise<void> = async () => {},
): Promise<{ readonly sha256: Sha256; readonly size: number }> => {
  const hash = createHash('sha256');
  const { size: expected } = await handle.stat();
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(expected + 1, 1)));
  let size = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, size).catch(failReading);
    if (bytesRead === 0) break;
    const bytes = chunk.subarray(0, bytesRead);
    hash.update(bytes);
    await onBytes(bytes);
    size += bytesRead;
  }
  return { sha256: digestOf(hash), size };
};

/** Writes all of it; a write may take fewer bytes than it was given. */
export const writeWhole = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written);
    if (bytesWritten === 0) throw systemError('ENOSPC', 'The disk took no more bytes.');
    written += bytesWritten;
  }
};

/** The SHA-256 of the file at `path`; null where it can't be read. */
export const hashFile = async (path: string): Promise<Sha256 | null> => {
  try {
    return (await withFile(path, (handle) => readThrough(handle))).sha256;
  } catch (cause) {
    if (cause instanceof ReadingFailed) return null;
    throw cause;
  }
};

/** No list, part, key or file of a record that Precis writes is larger, and all of them are read as a whole. */
const MOST_WHOLE_BYTES = 512 << 20;

/**
 * All bytes of a file that another hand may have laid there. Throws a ReadingFailed where it is none, or far too large.
 */
export const readWhole = (path: string): Promise<Uint8Array> =>
  withFile(path, async (handle) => {
    if ((await handle.stat()).size > MOST_WHOLE_BYTES)
      throw new ReadingFailed(systemError('EFBIG', 'no file of a backup is that large'));
    return handle.readFile().catch(failReading);
  });
