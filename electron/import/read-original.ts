import { open, stat } from 'node:fs/promises';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';

const failureOf = (error: unknown): ImportFailure => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EISDIR') return 'file-is-folder';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable';
};

/** Reads only as many bytes as the file had when its size was queried, even if it has grown. */
const readBytes = async (path: string, size: number): Promise<Uint8Array> => {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
};

/**
 * The bytes of a file that a person chose, or a separate code for each reason why they can't be read. A file of more
 * than `maxBytes` is refused by its size, before any of it is read.
 */
export async function readOriginal(
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, ImportFailure>> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return err('file-is-folder');
    // Reading a pipe or a device may never end.
    if (!stats.isFile()) return err('file-unreadable');
    if (stats.size > maxBytes) return err('file-too-large');
    return ok(await readBytes(path, stats.size));
  } catch (error) {
    return err(failureOf(error));
  }
}
