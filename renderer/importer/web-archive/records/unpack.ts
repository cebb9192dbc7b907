import { Decompress } from 'fflate';
import { DocumentError } from '../../document-error.ts';

/** What is given to the library at once: packed data grows a thousandfold at most, so that a bomb is seen in time. */
const AT_ONCE = 64 * 1024;
/** More than a web archive holds that is read. */
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
 * What gzip or deflate has packed, one member or many; of what is damaged or cut off, all before that. Null where it is
 * more than `maxBytes`.
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
    // What was unpacked by then stands.
  }
  return length > maxBytes ? null : joinBytes(parts);
};

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** What is more than is read, and why: a bomb, or an archive that is large. */
export const tooMuch = (packedBytes: number): DocumentError =>
  new DocumentError(packedBytes * MAX_RATIO < MAX_UNPACKED_BYTES ? 'document-unsafe' : 'file-too-large');

/**
 * The records of a WARC without what packs them: gzip, a member for each or one for all. Throws where they are too
 * many.
 */
export const unpackWarc = (bytes: Uint8Array): Uint8Array => {
  const unpacked = isGzip(bytes) ? unpack(bytes, MAX_UNPACKED_BYTES) : bytes;
  if (unpacked === null) throw tooMuch(bytes.length);
  return unpacked;
};
