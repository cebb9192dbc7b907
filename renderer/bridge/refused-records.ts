/** Records that were refused when they were made: nothing more is asked for them. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { recordsOf } from '#domain/contract/records-of.ts';
import type { Input, RequestName } from '#domain/contract/requests.ts';
import { madeBy } from '#domain/contract/supersede.ts';

const refusals = new Map<string, AppError>();

/** Why a record that the act is on was never made; undefined where none was refused. */
export const refusalOf = (name: RequestName, input: Input<RequestName>): AppError | undefined =>
  recordsOf(name, input)
    .map((id) => refusals.get(id))
    .find((error) => error !== undefined);

/** Remembers why the act was refused, where it would have made a record. */
export const noteRefusal = (name: RequestName, input: Input<RequestName>, error: AppError): void => {
  const id = madeBy(name, input);
  if (id !== null) refusals.set(id, error);
};
