/**
 * Makes of a chosen picture what is kept of it: pixels. An SVG can hold scripts and addresses. As an image none of them
 * acts, so that it is drawn once, here, and only what was drawn goes into the archive.
 */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PictureFailure } from '#domain/contract/errors/memo-errors.ts';
import type { ChosenPicture } from '#domain/contract/form.ts';
import { type Logo, MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { err, ok, type Result } from '#domain/result.ts';

/** At 60 by 16 mm on paper these are more than 700 dots an inch. */
const DRAWN = { width: 1800, height: 480 };
/** A picture of no more is kept as it is. */
const MAX_KEPT_PIXELS = 2000;

type Drawn = Omit<Logo, 'alt'>;

const load = async ({ mediaType, base64 }: ChosenPicture): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = `data:${mediaType};base64,${base64}`;
  await image.decode();
  return image;
};

/** The picture drawn anew as a PNG, an SVG as large as it is of use, any other no larger than it is. */
const redraw = (image: HTMLImageElement, canGrow: boolean): string => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const fitting = Math.min(DRAWN.width / width, DRAWN.height / height);
  const scale = canGrow ? fitting : Math.min(1, fitting);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:[^,]*,/u, '');
};

const bytesOf = (base64: string): number => (base64.length / 4) * 3;

/** The picture as it is kept. Fails `picture-unusable` where it can't be drawn, or is too large when it is drawn. */
export const drawLogo = async (chosen: ChosenPicture): Promise<Result<Drawn, AppError>> => {
  const refuse = (why: PictureFailure) =>
    err({ code: 'picture-unusable' as const, file: chosen.fileName, why });
  try {
    const image = await load(chosen);
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width === 0 || height === 0) return refuse('no-picture');
    const { mediaType, base64 } = chosen;
    if (mediaType !== 'image/svg+xml' && Math.max(width, height) <= MAX_KEPT_PIXELS) {
      return ok({ mediaType, base64 });
    }
    const drawn = redraw(image, mediaType === 'image/svg+xml');
    return bytesOf(drawn) > MAX_LOGO_BYTES
      ? refuse('too-large')
      : ok({ mediaType: 'image/png', base64: drawn });
  } catch {
    return refuse('no-picture');
  }
};
