import type { DecodedTiff } from './decode-tiff.ts';
import workerUrl from './tiff-worker.ts?worker&url';

/** A page of a fax at 600 dots an inch takes two seconds. */
const MAX_DECODE_MS = 5000;

/** Decoded in a worker of its own, which is ended afterwards; null where it takes too long or fails. */
const decode = async (bytes: Uint8Array<ArrayBuffer>): Promise<DecodedTiff | null> => {
  const worker = new Worker(workerUrl, { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<DecodedTiff | null>) => resolve(data));
      worker.addEventListener('error', () => resolve(null));
      setTimeout(() => resolve(null), MAX_DECODE_MS);
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
};

/** The first page of a TIFF, as a PNG; null where it can't be decoded. */
export const drawTiff = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> => {
  const decoded = await decode(bytes);
  if (decoded === null) return null;
  const { width, height, pixels } = decoded;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
};
