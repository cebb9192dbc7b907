import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { WriteFailure } from '#domain/contract/errors/write-errors.ts';

/** What the operating system says when a call on a file fails. */
type SystemError = Error & { readonly code: string };

/**
 * A failure that the system has no call for, said as the system would say it: it is reported like those of its calls.
 */
export const systemError = (code: string, message: string): SystemError =>
  Object.assign(new Error(message), { code });

const isSystemError = (cause: unknown): cause is SystemError =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^E[A-Z]/.test(cause.code);

/** Whether `cause` says that a file or a folder on the way to it is not there. */
export const isMissing = (cause: unknown): boolean => hasCode(cause, 'ENOENT', 'ENOTDIR');

/** Whether `cause` says that the system forbids it. */
export const isForbidden = (cause: unknown): boolean => hasCode(cause, 'EACCES', 'EPERM');

/** Whether `cause` says that the name is that of a link, or of links in a ring. */
export const isLoop = (cause: unknown): boolean => hasCode(cause, 'ELOOP');

/** Whether `cause` says that the name is taken. */
export const isTaken = (cause: unknown): boolean => hasCode(cause, 'EEXIST');

const hasCode = (cause: unknown, ...codes: readonly string[]): boolean =>
  isSystemError(cause) && codes.includes(cause.code);

const reasons: Readonly<Record<string, WriteFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EFBIG: 'too-large',
};

export type WriteFailed = Extract<AppError, { code: 'write-failed' }>;

/** The expected failure that `cause` is, of a write to `file`. What is no word of the system is a bug: thrown on. */
export const toWriteFailed = (file: string, cause: unknown): WriteFailed => {
  if (!isSystemError(cause)) throw cause;
  return { code: 'write-failed', file, reason: reasons[cause.code] ?? 'other' };
};

/** A folder of the archive could not be listed: thrown where an answer has no place for a failure. */
export class UnreadableFolder extends Error {
  readonly error: AppError;

  /** @param folder relative to the archive */
  constructor(folder: string, cause: unknown) {
    super(`${folder} can't be listed`, { cause });
    const reason = isForbidden(cause) ? 'no-permission' : 'other';
    this.error = { code: 'archive-unreadable', file: folder, reason };
  }
}

/** Throws what is no word of the system on: for reads, where any such word means "can't be read". */
export const requireSystemError = (cause: unknown): void => {
  if (!isSystemError(cause)) throw cause;
};
