import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';

/** The value of a success; a failure fails the test with its code. */
export const succeed = <T>(result: Result<T, AppError>): T => {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** The code of a failure; "ok" for a success. */
export const codeOf = (result: Result<unknown, AppError>): string => (result.ok ? 'ok' : result.error.code);
