import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';

/** Why an archive could not be opened, as a native dialog shows it. */
export type TroubleWords = { readonly message: string; readonly detail: string };

/** The words for an archive in `folder` that could not be opened. */
export const archiveTrouble = (error: AppError, folder: string): TroubleWords => {
  const { happened, kept, advice } = wordsOf(error, 'start');
  return { message: happened, detail: `${folder}\n\n${kept} ${advice}` };
};
