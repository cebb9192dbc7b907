import type { AppError } from '#domain/contract/errors.ts';
import type { ChosenPicture } from '#domain/contract/form.ts';
import type { Result } from '#domain/result.ts';

/** Reads a picture that was chosen as a logo; fails `picture-unusable`, or as any file that can't be read. */
export type ReadPictureFile = (path: string) => Promise<Result<ChosenPicture, AppError>>;
