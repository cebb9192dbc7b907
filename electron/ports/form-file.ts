import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

export type FormFileText = { readonly fileName: string; readonly text: string };

/** Reads the file of a form that was chosen; each reason why it can't be has a code of its own. */
export type ReadFormFile = (path: string) => Promise<Result<FormFileText, AppError>>;
