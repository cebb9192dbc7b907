import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, type Result } from '#domain/result.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { toWriteFailed } from '../file/system-error.ts';
import type { FileModes } from '../file/write/file-modes.ts';
import { LOCK_FILE } from '../folder/layout.ts';
import { describeLock } from '../ownership.ts';
import { createStorageContext, type StorageContext } from '../storage-context.ts';
import { acquireLock } from './acquire-lock.ts';

/** An archive that is worked on without being opened. */
export type FolderToLock = {
  /** An absolute path. */
  readonly folder: string;
  readonly machine: Machine;
  readonly modes: FileModes;
  readonly overrulesOtherHost?: boolean;
};

/**
 * Runs `work` while holding the lock of an archive, so nobody else has it open. Fails `archive-locked`, `write-failed`.
 */
export const withLock = async <T>(
  { folder, machine, modes, overrulesOtherHost = false }: FolderToLock,
  work: (context: StorageContext) => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> => {
  const options = { newNonce: machine.newId, overrulesOtherHost, mode: modes.file };
  const lock = await acquireLock(join(folder, LOCK_FILE), options).catch((cause: unknown) => ({ cause }));
  if ('cause' in lock) return err(toWriteFailed(LOCK_FILE, lock.cause));
  if (!lock.ok) return err(describeLock(lock.error));
  try {
    return await work(createStorageContext(folder, machine, () => {}, { modes: () => modes }));
  } finally {
    await lock.value.release();
  }
};
