import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PerformOptions } from '#electron/ports/archive.ts';
import { requireSystemError, toWriteFailed, type WriteFailed } from '../file/system-error.ts';
import { ChangedMeanwhile } from '../file/write/write-atomically.ts';
import type { DiskOperation } from './disk-operation.ts';

type Cancelled = Extract<AppError, { code: 'cancelled' }>;
/** Another program has written one of the files between the last look at it and its turn. Nobody is told of it. */
type Overtaken = { readonly code: 'overtaken'; readonly file: string };

/** Who follows a long act, and may end it. */
export type Watch = Pick<PerformOptions, 'onWritten' | 'signal'>;

/**
 * Runs the operations one after the other and publishes them all, or none: when one fails or the act is ended, those
 * before it are rolled back, the last first.
 */
export const runOperations = async (
  operations: readonly DiskOperation[],
  { onWritten, signal }: Watch = {},
): Promise<Result<null, WriteFailed | Cancelled | Overtaken>> => {
  const done: DiskOperation[] = [];
  const putAllBack = async (): Promise<void> => {
    for (const earlier of done) await rollback(earlier);
  };
  for (const operation of operations) {
    if (signal?.aborted === true) {
      await putAllBack();
      return err({ code: 'cancelled' });
    }
    try {
      await operation.run();
    } catch (cause) {
      await putAllBack();
      if (cause instanceof ChangedMeanwhile) return err({ code: 'overtaken', file: operation.name });
      return err(toWriteFailed(operation.name, cause));
    }
    done.unshift(operation);
    onWritten?.(done.length, operations.length);
  }
  for (const operation of operations) operation.publish();
  return ok(null);
};

/** What the disk will not let be rolled back is on it all the same, and readers see what is on the disk. */
const rollback = async (operation: DiskOperation): Promise<void> => {
  try {
    await operation.rollback();
  } catch (cause) {
    operation.publish();
    requireSystemError(cause);
  }
};
