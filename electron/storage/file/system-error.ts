import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { WriteFailure } from '#domain/contract/errors/write-errors.ts';

/** An error of the operating system from a call on a file. */
type SystemError = Error & { readonly code: string };

/** A failure without a system call, in the form of a system error, so that it is reported in the same way. */
export const systemError = (code: string, message: string): SystemError =>
  Object.assign(new Error(message), { code });

const isSystemError = (cause: unknown): cause is SystemError =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^E[A-Z]/.test(cause.code);

/** Whether `cause` means that a file or a folder of its path does not exist. */
export const isMissing = (cause: unknown): boolean => hasCode(cause, 'ENOENT', 'ENOTDIR');

/** Whether `cause` means that permission was denied. */
export const isForbidden = (cause: unknown): boolean => hasCode(cause, 'EACCES', 'EPERM');

/** Whether `cause` means that the name is a link, or a cycle of links. */
export const isLoop = (cause: unknown): boolean => hasCode(cause, 'ELOOP');

/** Whether `cause` means that the name is taken. */
export const isTaken = (cause: unknown): boolean => hasCode(cause, 'EEXIST');

/** Whether `cause` means that the disk, or the share of this user, is full. */
export const isFull = (cause: unknown): boolean => hasCode(cause, 'ENOSPC', 'EDQUOT');

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

/**
 * The expected failure for `cause`, from a write to `file`. An error that is not from the system is a bug, and is
 * rethrown.
 */
export const toWriteFailed = (file: string, cause: unknown): WriteFailed => {
  if (!isSystemError(cause)) throw cause;
  return { code: 'write-failed', file, reason: reasons[cause.code] ?? 'other' };
};

/** A folder of the archive could not be listed: thrown where a result has no place for a failure. */
export class UnreadableFolder extends Error {
  readonly error: AppError;

  /** @param folder relative to the archive */
  constructor(folder: string, cause: unknown) {
    super(`${folder} can't be listed`, { cause });
    const reason = isForbidden(cause) ? 'no-permission' : 'other';
    this.error = { code: 'archive-unreadable', file: folder, reason };
  }
}

/** Rethrows errors that are not from the system: for reads, where any system error means "can't be read". */
export const requireSystemError = (cause: unknown): void => {
  if (!isSystemError(cause)) throw cause;
};
