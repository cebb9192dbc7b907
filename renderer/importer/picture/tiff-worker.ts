/** Decodes one TIFF. On damaged data the library may go on for ever: so it works where it can be ended. */
import { decodeTiff } from './decode-tiff.ts';

addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  const decoded = decodeTiff(data);
  postMessage(decoded, { transfer: decoded === null ? [] : [decoded.pixels.buffer] });
});
