import type { AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { canSupersede, isKeptByItself, recordsOf } from '#domain/contract/supersede.ts';

/** Failures after which an edit is kept. */
const keepingCodes = ['write-failed', 'archive-gone', 'lock-lost', 'changed-outside', 'not-found'] as const;
export type KeepingError = Extract<AppError, { code: (typeof keepingCodes)[number] }>;

const isKeeping = (error: AppError): error is KeepingError =>
  error.code !== 'not-found' && keepingCodes.some((code) => code === error.code);

const folders = { article: 'articles', memo: 'memos' } as const;

/**
 * The edit's record is not in the archive: it was deleted, or another program has moved its folder away, perhaps
 * briefly. The edit is kept until somebody discards it, and is written when the record returns.
 */
const asGone = (error: AppError, records: readonly string[]): KeepingError | null => {
  if (error.code !== 'not-found' && error.code !== 'changed-since') return null;
  const { what, id } = error;
  if (what === 'article' || what === 'memo')
    return { code: 'write-failed', file: `${folders[what]}/${id}`, reason: 'gone-outside' };
  // A reference to another record, such as a tag being set, has to be chosen again.
  return records[0] === id ? { code: 'not-found', what, id } : null;
};

/** Whether the record of an edit is not in the archive. */
export const isGone = (error: AppError): boolean =>
  error.code === 'not-found' || (error.code === 'write-failed' && error.reason === 'gone-outside');

/**
 * The error under which a failed edit is kept as unsaved; null if it is not kept. An edit that asks for a file, for
 * example, never is. One that collides, or whose article or memo is gone, is kept if it can be repeated as it is or was
 * kept before; anything else has to be done again by hand.
 */
export const keepingErrorOf = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  error: AppError,
  wasKept = false,
): KeepingError | null => {
  if (!isKeptByItself(entry)) return null;
  const isAskedAgain = canSupersede(entry, input);
  if (isKeeping(error)) return error.code !== 'changed-outside' || isAskedAgain ? error : null;
  return isAskedAgain || wasKept ? asGone(error, recordsOf(entry, input)) : null;
};
