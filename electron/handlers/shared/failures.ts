import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RecordKind } from '#domain/contract/record-kinds.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import { err } from '#domain/result.ts';

/** The failure of an act on a record that does not exist, or no longer does. */
export const notFound = (what: RecordKind, id: string): { readonly ok: false; readonly error: AppError } =>
  err({ code: 'not-found', what, id });

/** The failure of an input that its schema lets through but the archive's own state does not. */
export const invalidInput = (
  request: RequestName,
  problem: string,
): { readonly ok: false; readonly error: AppError } =>
  err({ code: 'invalid-input', request, problems: [problem] });

/** The failure of a request that creates a record with an id that another record has. */
export const idIsTaken = (request: RequestName) => invalidInput(request, 'another record bears that id');
