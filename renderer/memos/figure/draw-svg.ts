/**
 * An SVG is drawn as pixels before it goes on: it can hold scripts and addresses, and as an image none of them acts. Any
 * other file stays as it is, for the page that reads pictures.
 */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isSvg } from '#domain/picture/is-svg.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** Its root element stands within so many bytes. */
const SOUGHT_BYTES = 64 << 10;

/** The decoder leaves out a byte order mark. */
const startOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, SOUGHT_BYTES));

const load = async (bytes: Uint8Array<ArrayBuffer>): Promise<HTMLImageElement> => {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** As large as a picture is kept: it has no pixels of its own. */
const draw = async (image: HTMLImageElement): Promise<Uint8Array<ArrayBuffer>> => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = MAX_PICTURE_SIDE / Math.max(width, height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  );
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
};

/** The bytes to go on with; fails `figure-unusable` for an SVG that can't be drawn. */
export const drawSvg = async (
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, AppError>> => {
  if (!isSvg(startOf(bytes))) return ok(bytes);
  try {
    return ok(await draw(await load(bytes)));
  } catch {
    return err({ code: 'figure-unusable', file, why: 'no-picture' });
  }
};
