import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { errorMessage } from '../../../output/error-message.ts';

/** A failure as the command line prints it. */
export type CliError = {
  readonly code: AppError['code'];
  readonly message: string;
  /** The likely encodings of the file, the likeliest first. */
  readonly likely?: readonly TextEncoding[];
};

/** A failure; if the encoding is not certain, with the likely ones. */
export type ImportError = AppError & { readonly likely?: readonly TextEncoding[] };

export const describeError = (error: ImportError): CliError => {
  const { code, likely } = error;
  const message = errorMessage(error);
  return likely === undefined
    ? { code, message }
    : { code, message: `${message} It may be ${likely.slice(0, 3).join(', ')}.`, likely };
};
