import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';

/** What went wrong, what was kept and what to do, on one line. */
export const errorMessage = (error: AppError): string => {
  const { happened, kept, advice } = wordsOf(error, 'commandLine');
  return `${happened} ${kept} ${advice}`;
};
