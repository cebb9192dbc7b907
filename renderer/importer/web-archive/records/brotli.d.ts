/** The decoder of the package, which has no types. */
declare module 'brotli/dec/decode.js' {
  export type BrotliInput = {
    /** Copies up to `count` bytes into `into` at `from`; returns how many. */
    read(into: Uint8Array, from: number, count: number): number;
  };
  export type BrotliOutput = {
    buffer: { readonly length: number };
    /** Takes the first `count` bytes of `ring`, which is reused later. */
    write(ring: Uint8Array, count: number): number;
  };
  /** Throws if the stream is damaged or truncated. */
  export function BrotliDecompress(input: BrotliInput, output: BrotliOutput): void;
}
