import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';

/** The words for `error` in the window: what happened as a title, what was kept and what to do as a text. */
export const errorWords = (
  error: AppError,
): { readonly title: string; readonly text: string; readonly advice: string } => {
  const { happened, kept, advice } = wordsOf(error, 'window');
  return { title: happened, text: `${kept} ${advice}`, advice };
};
