import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { READ_FLAGS } from '#electron/storage/file/read/open-flags.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import { ReadingFailed } from './stream-file.ts';

const SMALL_BYTES = 1 << 20;

/**
 * All bytes of a file of up to 1 MiB, read without waiting: for each of many small files the wait takes longer than the
 * reading. Null of a larger one. Throws a ReadingFailed where it can't be read.
 */
export const readSmallFile = (path: string): Uint8Array | null => {
  try {
    const descriptor = openSync(path, READ_FLAGS);
    try {
      const { size } = fstatSync(descriptor);
      return size > SMALL_BYTES ? null : readToEnd(descriptor, size);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    requireSystemError(cause);
    throw new ReadingFailed(cause);
  }
};

/** Null of one that has grown meanwhile: where a byte more than its size can be had. */
const readToEnd = (descriptor: number, size: number): Uint8Array | null => {
  const bytes = Buffer.alloc(size + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = readSync(descriptor, bytes, length, bytes.length - length, length);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
  }
  return null;
};
