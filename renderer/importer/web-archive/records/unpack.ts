import { Decompress } from 'fflate';
import { DocumentError } from '../../document-error.ts';

/**
 * How much input the library gets at once: compressed data grows a thousandfold at most, so that a bomb is detected in
 * time.
 */
const AT_ONCE = 64 * 1024;
/** More than a supported web archive contains. */
export const MAX_UNPACKED_BYTES = 256 * 1024 ** 2;
/** Pages come near 10 to 1. */
const MAX_RATIO = 200;

export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/**
 * Decompresses gzip or deflate, one member or many; of damaged or truncated data everything before the fault. Null if
 * it exceeds `maxBytes`.
 */
export const unpack = (bytes: Uint8Array, maxBytes: number): Uint8Array | null => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((part) => {
    parts.push(part);
    length += part.length;
  });
  try {
    for (let at = 0; at < bytes.length && length <= maxBytes; at += AT_ONCE)
      stream.push(bytes.subarray(at, at + AT_ONCE));
  } catch {
    // What was decompressed so far is kept.
  }
  return length > maxBytes ? null : joinBytes(parts);
};

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** The error for exceeding the limit: a bomb, or a large archive. */
export const tooMuch = (packedBytes: number): DocumentError =>
  new DocumentError(packedBytes * MAX_RATIO < MAX_UNPACKED_BYTES ? 'document-unsafe' : 'file-too-large');

/** The decompressed records of a WARC: gzip, with one member a record or one for all. Throws if there are too many. */
export const unpackWarc = (bytes: Uint8Array): Uint8Array => {
  const unpacked = isGzip(bytes) ? unpack(bytes, MAX_UNPACKED_BYTES) : bytes;
  if (unpacked === null) throw tooMuch(bytes.length);
  return unpacked;
};
