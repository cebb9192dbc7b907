/** The part of the package that unpacks: the package names no types. */
declare module 'brotli/dec/decode.js' {
  export type BrotliInput = {
    /** Copies up to `count` bytes into `into` at `from`; answers how many. */
    read(into: Uint8Array, from: number, count: number): number;
  };
  export type BrotliOutput = {
    buffer: { readonly length: number };
    /** Takes the first `count` bytes of `ring`, which is written over later. */
    write(ring: Uint8Array, count: number): number;
  };
  /** Throws where the stream is damaged or ends too early. */
  export function BrotliDecompress(input: BrotliInput, output: BrotliOutput): void;
}
