import { BrotliDecompress, type BrotliOutput } from 'brotli/dec/decode.js';
import type { Capture } from './read-captures.ts';
import { joinBytes, unpack } from './unpack.ts';

type Unpack = (packed: Uint8Array, maxBytes: number) => Uint8Array | null;

class TooLong extends Error {}

/**
 * Collects decompressed output in parts: the library's own output is unlimited, and a bomb of 500 bytes fills it with
 * 300 MB.
 */
const createOutput = (maxBytes: number) => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const output: BrotliOutput = {
    // The library grows the buffer if it is shorter than a block's stated size.
    buffer: { length: Number.POSITIVE_INFINITY },
    write(ring, count) {
      length += count;
      if (length > maxBytes) throw new TooLong();
      parts.push(ring.slice(0, count));
      return count;
    },
  };
  return { output, joined: () => joinBytes(parts) };
};

/** Feeds the compressed bytes to the library. */
const createInput = (packed: Uint8Array) => {
  let at = 0;
  return {
    read(into: Uint8Array, from: number, count: number): number {
      const part = packed.subarray(at, at + count);
      into.set(part, from);
      at += part.length;
      return part.length;
    },
  };
};

/** Decompresses Brotli (RFC 7932); null if it is damaged or truncated, or exceeds `maxBytes`. */
export const unpackBrotli = (packed: Uint8Array, maxBytes: number): Uint8Array | null => {
  const { output, joined } = createOutput(maxBytes);
  try {
    BrotliDecompress(createInput(packed), output);
    return joined();
  } catch {
    // The library throws plain errors, or fails on its own arrays if a stream is damaged.
    return null;
  }
};

/** Supported encodings. Browsers offer pages no Brotli decoder, nor Zstandard, which few servers send. */
const unpackers: ReadonlyMap<string, Unpack> = new Map([
  ['gzip', unpack],
  ['x-gzip', unpack],
  ['deflate', unpack],
  ['br', unpackBrotli],
]);
const PLAIN: ReadonlySet<string> = new Set(['', 'identity']);

const ANGLE = '<'.charCodeAt(0);
const LINE_FEED = 0x0a;
const SOUGHT_BYTES = 256;
/** The line before a chunk: its length in hexadecimal digits, perhaps with extensions. */
const MAX_LINE_BYTES = 256;

/** Some archives store decoded content but keep the encoding header. */
const beginsLikeMarkup = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, SOUGHT_BYTES).find((byte) => byte > 0x20 && byte < 0x80) === ANGLE;

const letters = new TextDecoder();

/** The length of a chunk from its line, and where it begins; null if there is no such line. */
const chunkAt = (
  sent: Uint8Array,
  at: number,
): { readonly length: number; readonly start: number } | null => {
  const line = sent.subarray(at, at + MAX_LINE_BYTES);
  const feed = line.indexOf(LINE_FEED);
  const [, digits] =
    /^([0-9a-f]{1,8})\s*(?:;|\r?$)/i.exec(letters.decode(line.subarray(0, Math.max(0, feed)))) ?? [];
  return digits === undefined ? null : { length: Number.parseInt(digits, 16), start: at + feed + 1 };
};

/** Joins a chunked body (RFC 9112, 7.1); returns it unchanged if it does not begin with a chunk. */
const joinChunks = (sent: Uint8Array): Uint8Array => {
  let chunk = chunkAt(sent, 0);
  if (chunk === null) return sent;
  // One buffer of the total length: chunks of one byte each would be more parts than fit in memory.
  const joined = new Uint8Array(sent.length);
  let length = 0;
  while (chunk !== null && chunk.length > 0) {
    const end: number = chunk.start + chunk.length;
    const part = sent.subarray(chunk.start, end);
    joined.set(part, length);
    length += part.length;
    // A line end follows each.
    chunk = chunkAt(sent, end + (sent[end] === LINE_FEED ? 1 : 2));
  }
  return joined.subarray(0, length);
};

/** The decoded content of a capture; null if it can't be decoded, exceeds `maxBytes`, or is not in the archive. */
export const readContent = (capture: Capture, maxBytes: number): Uint8Array | null => {
  const { sent, encoding, isChunked, isMissing } = capture;
  if (isMissing) return null;
  const packed = isChunked ? joinChunks(sent) : sent;
  if (PLAIN.has(encoding) || beginsLikeMarkup(packed)) return packed.length > maxBytes ? null : packed;
  return unpackers.get(encoding)?.(packed, maxBytes) ?? null;
};
