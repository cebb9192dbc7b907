import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChosenPicture } from '#domain/contract/form.ts';
import { MAX_CHOSEN_PICTURE_BYTES } from '#domain/contract/inputs.ts';
import type { FigureFailure } from '#domain/contract/memo-figure.ts';
import { logoTypeOf, MAX_LOGO_BYTES } from '#domain/memo/form/logo.ts';
import { isSvg } from '#domain/picture/picture-head.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { FigureReader, Importer, ReadPictureFile } from '#electron/ports/importer.ts';
import { readOriginal } from './read-original.ts';

const mediaTypeOf = (bytes: Uint8Array, base64: string): ChosenPicture['mediaType'] | null =>
  logoTypeOf(base64) ?? (isSvg(new TextDecoder().decode(bytes)) ? 'image/svg+xml' : null);

/** Recognises a picture by its bytes, regardless of its file name. */
export const readPictureFile: ReadPictureFile = async (path) => {
  const fileName = basename(path);
  const read = await readOriginal(path, MAX_LOGO_BYTES);
  if (!read.ok) {
    if (read.error === 'file-too-large') {
      return err({ code: 'picture-unusable', file: fileName, why: 'too-large' });
    }
    return err({ code: read.error });
  }
  const base64 = Buffer.from(read.value).toString('base64');
  const mediaType = mediaTypeOf(read.value, base64);
  if (mediaType === null) return err({ code: 'picture-unusable', file: fileName, why: 'no-picture' });
  return ok({ fileName, mediaType, base64 });
};

const figureUnusable = (file: string, why: FigureFailure): Result<never, AppError> =>
  err({ code: 'figure-unusable', file, why });

/**
 * Converts a picture to the pixels that a memo stores. It is redrawn in the sandboxed page, so that neither hidden data
 * nor the place where it was taken gets into the archive.
 */
export const createFigureReader = (importer: Pick<Importer, 'draw'>): FigureReader => ({
  async read(path) {
    const fileName = basename(path);
    const read = await readOriginal(path, MAX_CHOSEN_PICTURE_BYTES);
    if (read.ok) return ok({ fileName, bytes: read.value });
    return read.error === 'file-too-large'
      ? figureUnusable(fileName, 'too-large')
      : err({ code: read.error });
  },
  async draw(fileName, bytes, cut) {
    const drawn = await importer.draw(bytes, cut);
    return drawn.ok ? drawn : figureUnusable(fileName, drawn.error);
  },
});
