import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { MAX_CHOSEN_PICTURE_BYTES } from '#domain/contract/inputs.ts';
import type { FigureFailure } from '#domain/contract/memo-figure.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Importer } from '#electron/ports/importer.ts';
import type { FigureReader } from '#electron/ports/picture-file.ts';
import { readOriginal } from './read-original.ts';

const unusable = (file: string, why: FigureFailure): Result<never, AppError> =>
  err({ code: 'figure-unusable', file, why });

/**
 * Makes of a picture what a memo keeps of it: pixels. It is drawn anew in the sandboxed page, so that neither what hides in
 * a file nor where it was taken comes into the archive.
 */
export const createFigureReader = (importer: Pick<Importer, 'draw'>): FigureReader => ({
  async read(path) {
    const fileName = basename(path);
    const read = await readOriginal(path, MAX_CHOSEN_PICTURE_BYTES);
    if (read.ok) return ok({ fileName, bytes: read.value });
    return read.error === 'file-too-large' ? unusable(fileName, 'too-large') : err({ code: read.error });
  },
  async draw(fileName, bytes, cut) {
    const drawn = await importer.draw(bytes, cut);
    return drawn.ok ? drawn : unusable(fileName, drawn.error);
  },
});
