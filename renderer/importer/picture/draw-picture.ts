/**
 * Re-encodes a picture, in the sandboxed page: only pixels come out, in the displayed orientation. Metadata, such as
 * where and when a photograph was taken, is left behind.
 */
import type { DrawAnswer, DrawnPicture } from '#domain/contract/importer-bridge.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import { type PictureHead, readPictureHead } from '#domain/picture/picture-head.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_SIDE, mediaTypeOf } from '#domain/picture/stored-picture.ts';
import { err, ok } from '#domain/result.ts';
import { toBase64 } from './data-address.ts';

/** More than any current camera has; decoded, half a gigabyte. */
const MAX_PIXELS = 125_000_000;
const MAX_SIDE = 30_000;

/** A larger PNG is hardly a drawing: if a JPEG of it is much smaller, that is kept. */
const LARGE_PNG_BYTES = 1 << 20;
const MUCH_SMALLER = 0.5;
const JPEG_QUALITY = 0.9;
/** Applied each time that a picture has too many bytes. */
const SHRINK = 0.7;

type Format = DrawnPicture['format'];

const fitted = (width: number, height: number): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, MAX_PICTURE_SIDE / Math.max(width, height));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
};

const drawOn = (bitmap: Source, scale: number): OffscreenCanvas => {
  const size = fitted(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(size.width * scale)),
    Math.max(1, Math.round(size.height * scale)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
};

const isOpaque = (canvas: OffscreenCanvas): boolean => {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
  if (pixels === undefined) return false;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
};

const write = (canvas: OffscreenCanvas, format: Format): Promise<Blob> =>
  canvas.convertToBlob({ type: mediaTypeOf[format], quality: JPEG_QUALITY });

type Written = { readonly format: Format; readonly blob: Blob };

/** What a picture is drawn from. */
type Drawing = { readonly mediaType: PictureHead['mediaType']; readonly isCut: boolean };

/** Anything with its own pixels. */
type Source = ImageBitmap | HTMLCanvasElement;

/**
 * A photograph stays a JPEG; anything else is a PNG, unless it turns out to be a photograph. A crop of a stored picture
 * keeps its exact pixels, as long as there are not too many.
 */
const writeBest = async (canvas: OffscreenCanvas, { mediaType, isCut }: Drawing): Promise<Written> => {
  if (isCut) {
    const blob = await write(canvas, 'png');
    if (blob.size <= MAX_PICTURE_BYTES) return { format: 'png', blob };
  }
  if (mediaType === 'image/jpeg') return { format: 'jpg', blob: await write(canvas, 'jpg') };
  const png = { format: 'png', blob: await write(canvas, 'png') } as const;
  if (png.blob.size <= LARGE_PNG_BYTES || !isOpaque(canvas)) return png;
  const jpeg = { format: 'jpg', blob: await write(canvas, 'jpg') } as const;
  return jpeg.blob.size <= png.blob.size * MUCH_SMALLER ? jpeg : png;
};

/** The pixels of `bitmap` as stored. */
export const drawBitmap = async (bitmap: Source, drawing: Drawing): Promise<DrawnPicture> => {
  for (let scale = 1; ; scale *= SHRINK) {
    const canvas = drawOn(bitmap, scale);
    const { format, blob } = await writeBest(canvas, drawing);
    if (blob.size <= MAX_PICTURE_BYTES)
      return {
        format,
        width: canvas.width,
        height: canvas.height,
        base64: toBase64(new Uint8Array(await blob.arrayBuffer())),
      };
  }
};

const decode = (blob: Blob, cut: Rectangle | undefined): Promise<ImageBitmap> =>
  cut === undefined ? createImageBitmap(blob) : createImageBitmap(blob, cut.x, cut.y, cut.w, cut.h);

/** The picture in `bytes` as stored, or its part `cut`; one with more than `maxPixels` is not decoded. */
export const drawPicture = async (
  bytes: Uint8Array<ArrayBuffer>,
  { maxPixels = MAX_PIXELS, cut }: { readonly maxPixels?: number; readonly cut?: Rectangle | undefined } = {},
): Promise<DrawAnswer> => {
  const head = readPictureHead(bytes);
  if (head === null) return err('no-picture');
  const { width, height, mediaType, isWhole } = head;
  if (width * height > maxPixels || Math.max(width, height) > MAX_SIDE) return err('too-many-pixels');
  if (!isWhole) return err('cut-off');
  try {
    const bitmap = await decode(new Blob([bytes], { type: mediaType }), cut);
    const drawn = await drawBitmap(bitmap, { mediaType: head.mediaType, isCut: cut !== undefined });
    bitmap.close();
    return ok(drawn);
  } catch {
    return err('no-picture');
  }
};
