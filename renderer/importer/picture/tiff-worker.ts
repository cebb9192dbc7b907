/** Decodes one page of a TIFF. On damaged data the library may go on for ever: so it works where it can be ended. */
import { decodeTiff } from './decode-tiff.ts';

/** A TIFF, and the number of its page, from 0. */
export type TiffRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly page: number };

addEventListener('message', ({ data: { bytes, page } }: MessageEvent<TiffRequest>) => {
  const decoded = decodeTiff(bytes, page);
  postMessage(decoded, { transfer: decoded === null ? [] : [decoded.pixels.buffer] });
});
