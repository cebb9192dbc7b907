import type { TextEncoding } from '#domain/article/draft/text-encodings.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { errorMessage } from '../../../output/error-message.ts';

/** A failure as the command line answers it. */
export type CliError = {
  readonly code: AppError['code'];
  readonly message: string;
  /** The encodings in which the file may be, the likeliest first. */
  readonly likely?: readonly TextEncoding[];
};

/** A failure, and for an encoding that is not certain those that it may be. */
export type ImportError = AppError & { readonly likely?: readonly TextEncoding[] };

export const describeError = (error: ImportError): CliError => {
  const { code, likely } = error;
  const message = errorMessage(error);
  return likely === undefined
    ? { code, message }
    : { code, message: `${message} It may be ${likely.slice(0, 3).join(', ')}.`, likely };
};
