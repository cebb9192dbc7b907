import { err, ok, type Result } from '#domain/result.ts';
import { requireSystemError, toWriteFailed, type WriteFailed } from '../file/system-error.ts';
import type { DiskOperation } from './disk-operation.ts';

/**
 * Runs the operations one after the other and publishes them all, or none: when one fails, those before it are put
 * back, the last first.
 */
export const runOperations = async (
  operations: readonly DiskOperation[],
): Promise<Result<null, WriteFailed>> => {
  const done: DiskOperation[] = [];
  for (const operation of operations) {
    try {
      await operation.run();
      done.unshift(operation);
    } catch (cause) {
      for (const earlier of done) await putBack(earlier);
      return err(toWriteFailed(operation.name, cause));
    }
  }
  for (const operation of operations) operation.publish();
  return ok(null);
};

/** What the disk will not take back is on it all the same, and readers see what is on the disk. */
const putBack = async (operation: DiskOperation): Promise<void> => {
  try {
    await operation.putBack();
  } catch (cause) {
    operation.publish();
    requireSystemError(cause);
  }
};
