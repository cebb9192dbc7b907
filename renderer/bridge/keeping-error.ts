import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, RequestName } from '#domain/contract/requests.ts';
import { canSupersede, isKeptByItself, recordsOf } from '#domain/contract/supersede.ts';

/** Failures after which an edit is kept. */
const keepingCodes = ['write-failed', 'archive-gone', 'lock-lost', 'changed-outside', 'not-found'] as const;
export type KeepingError = Extract<AppError, { code: (typeof keepingCodes)[number] }>;

const isKeeping = (error: AppError): error is KeepingError =>
  error.code !== 'not-found' && keepingCodes.some((code) => code === error.code);

const folders = { article: 'articles', memo: 'memos' } as const;

/**
 * What the edit is of is not in the archive: it was deleted, or another program has moved its folder away, perhaps for
 * a moment. The edit is good as long as nobody has given it up, and is written where the record comes back.
 */
const asGone = (error: AppError, records: readonly string[]): KeepingError | null => {
  if (error.code !== 'not-found' && error.code !== 'changed-since') return null;
  const { what, id } = error;
  if (what === 'article' || what === 'memo')
    return { code: 'write-failed', file: `${folders[what]}/${id}`, reason: 'gone-outside' };
  // Another record that the edit names, a tag that it sets say, is looked at and chosen anew.
  return records[0] === id ? { code: 'not-found', what, id } : null;
};

/** Whether what an edit belongs to is not in the archive. */
export const isGone = (error: AppError): boolean =>
  error.code === 'not-found' || (error.code === 'write-failed' && error.reason === 'gone-outside');

/**
 * Why an edit that failed so is kept as unsaved; null where it is not. One that asks for a file, say, never is. One
 * that collides, or whose article or memo is gone, is if it can be asked for again as it is, or was kept before;
 * anything else is looked at and done again by hand.
 */
export const keepingErrorOf = <N extends RequestName>(
  name: N,
  input: Input<N>,
  error: AppError,
  wasKept = false,
): KeepingError | null => {
  if (!isKeptByItself(name)) return null;
  const isAskedAgain = canSupersede(name, input);
  if (isKeeping(error)) return error.code !== 'changed-outside' || isAskedAgain ? error : null;
  return isAskedAgain || wasKept ? asGone(error, recordsOf(name, input)) : null;
};
