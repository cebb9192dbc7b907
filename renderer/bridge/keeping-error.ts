import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, RequestName } from '#domain/contract/requests.ts';
import { canSupersede, isKeptByItself } from '#domain/contract/supersede.ts';

/** Failures after which an edit is kept. */
const keepingCodes = ['write-failed', 'archive-gone', 'lock-lost', 'changed-outside'] as const;
export type KeepingError = Extract<AppError, { code: (typeof keepingCodes)[number] }>;

const isKeeping = (error: AppError): error is KeepingError =>
  keepingCodes.some((code) => code === error.code);

const folders = { article: 'articles', memo: 'memos' } as const;

/**
 * An article or a memo that is not in the archive: another program has moved its folder away, perhaps for a moment.
 * The edit is good as long as nobody has given it up, and is written where the folder comes back.
 */
const asGone = (error: AppError): KeepingError | null => {
  if (error.code !== 'not-found' && error.code !== 'changed-since') return null;
  if (error.what !== 'article' && error.what !== 'memo') return null;
  return { code: 'write-failed', file: `${folders[error.what]}/${error.id}`, reason: 'gone-outside' };
};

/** Whether what an edit belongs to is not in the archive. */
export const isGone = (error: AppError): boolean =>
  error.code === 'write-failed' && error.reason === 'gone-outside';

/**
 * Why an edit that failed so is kept as unsaved; null where it is not. One that asks for a file, say, never is. One that
 * collides, or whose article or memo is gone, is if it can be asked for again as it is, or was kept before; anything else is
 * looked at and done again by hand.
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
  return isAskedAgain || wasKept ? asGone(error) : null;
};
