import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChosenPicture } from '#domain/contract/form.ts';
import type { Rectangle } from '#domain/passage/region/rectangle.ts';
import type { StoredPicture } from '#domain/picture/stored-picture.ts';
import type { Result } from '#domain/result.ts';

/** Reads a picture that was chosen as a logo; fails `picture-unusable`, or as any file that can't be read. */
export type ReadPictureFile = (path: string) => Promise<Result<ChosenPicture, AppError>>;

/** A picture as a memo keeps it: pixels, and nothing of where they were taken. */
export type DrawnFigure = Omit<StoredPicture, 'sha256'> & { readonly bytes: Uint8Array };
export type ReadFigure = Result<DrawnFigure, AppError>;

export type FigureReader = {
  /** The bytes of a file that was chosen; fails `figure-unusable`, or as any file that can't be read. */
  read(path: string): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }, AppError>>;
  /** Draws a picture anew, or `cut` of it alone; fails `figure-unusable`. */
  draw(fileName: string, bytes: Uint8Array, cut?: Rectangle): Promise<ReadFigure>;
};
