/** Decodes one page of a TIFF. On damaged data the library may never return: so it runs where it can be terminated. */
import { decodeTiff } from './decode-tiff.ts';

/** A TIFF, and the number of its page, from 0. */
export type TiffRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly page: number };

addEventListener('message', ({ data: { bytes, page } }: MessageEvent<TiffRequest>) => {
  const decoded = decodeTiff(bytes, page);
  postMessage(decoded, { transfer: decoded === null ? [] : [decoded.pixels.buffer] });
});
