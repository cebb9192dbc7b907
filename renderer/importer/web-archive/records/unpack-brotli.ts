import { BrotliDecompress, type BrotliOutput } from 'brotli/dec/decode.js';
import { joinBytes } from './unpack.ts';

class TooLong extends Error {}

/** Takes what is unpacked in parts: the library's own output has no limit, and a bomb of 500 bytes fills it with 300 MB. */
const createOutput = (maxBytes: number) => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const output: BrotliOutput = {
    // The library makes it larger where it is shorter than what a block promises.
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

/** Hands the library the packed bytes as it asks for them. */
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

/** What Brotli (RFC 7932) has packed; null where it is damaged or cut off, and where it is more than `maxBytes`. */
export const unpackBrotli = (packed: Uint8Array, maxBytes: number): Uint8Array | null => {
  const { output, joined } = createOutput(maxBytes);
  try {
    BrotliDecompress(createInput(packed), output);
    return joined();
  } catch {
    // The library throws plain errors, and trips over its own arrays where a stream is damaged.
    return null;
  }
};
