import { open, stat } from 'node:fs/promises';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';

const failureOf = (error: unknown): ImportFailure => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EISDIR') return 'file-is-folder';
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable';
};

/** Only the bytes that the file had when it was asked for its size: one that grows is not followed. */
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
 * The bytes of a file that a person chose, or why they can't be had: each reason by a code of its own. A file of more
 * than `maxBytes` is refused by its size alone, before anything of it is read.
 */
export async function readOriginal(
  path: string,
  maxBytes: number,
): Promise<Result<Uint8Array, ImportFailure>> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return err('file-is-folder');
    // A pipe or a device may never end.
    if (!stats.isFile()) return err('file-unreadable');
    if (stats.size > maxBytes) return err('file-too-large');
    return ok(await readBytes(path, stats.size));
  } catch (error) {
    return err(failureOf(error));
  }
}
