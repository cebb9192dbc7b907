import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ActWatch } from '#electron/ports/archive.ts';
import { requireSystemError, toWriteFailed, type WriteFailed } from '../file/system-error.ts';
import { ChangedMeanwhile } from '../file/write/write-atomically.ts';
import type { StorageContext } from '../storage-context.ts';
import { ACT_NOTE, removeActNote, writeActNote } from './act-note.ts';
import type { DiskOperation } from './disk-operation.ts';

type Cancelled = Extract<AppError, { code: 'cancelled' }>;
/** Another program has written one of the files between the last check and its turn. Not reported to anybody. */
type Overtaken = { readonly code: 'overtaken'; readonly file: string };

/** The number of concurrent operations: the disk syncs several files in about the time of one. */
const RUN_AT_ONCE = 8;

/** Groups the operations into runs: those that may overlap, a few at a time; the others alone. */
const runsOf = (operations: readonly DiskOperation[]): readonly (readonly DiskOperation[])[] => {
  const runs: DiskOperation[][] = [];
  for (const operation of operations) {
    const last = runs.at(-1);
    const joins = operation.mayOverlap === true && last?.[0]?.mayOverlap === true;
    if (joins && last.length < RUN_AT_ONCE) last.push(operation);
    else runs.push([operation]);
  }
  return runs;
};

type Failure = { readonly operation: DiskOperation; readonly cause: unknown };

/** Runs operations concurrently, until all have ended; returns those that succeeded, and the first failure. */
const runTogether = async (
  operations: readonly DiskOperation[],
): Promise<{ readonly succeeded: readonly DiskOperation[]; readonly failure: Failure | null }> => {
  const outcomes = await Promise.all(
    operations.map((operation) =>
      operation.run().then(
        () => null,
        (cause: unknown): Failure => ({ operation, cause }),
      ),
    ),
  );
  return {
    succeeded: operations.filter((_, index) => outcomes[index] === null),
    failure: outcomes.find((outcome) => outcome !== null) ?? null,
  };
};

/**
 * Runs the operations in their order and publishes them all, or none: when one fails or the act is cancelled, completed
 * ones are rolled back, the last first. `afterAll` never fails, and runs when all is on the disk, before readers see
 * any of it.
 */
export const runOperations = async (
  operations: readonly DiskOperation[],
  { onWritten, signal }: ActWatch = {},
  afterAll: () => Promise<void> = async () => undefined,
): Promise<Result<null, WriteFailed | Cancelled | Overtaken>> => {
  const done: DiskOperation[] = [];
  const putAllBack = async (): Promise<void> => {
    for (const earlier of done) await rollback(earlier);
  };
  for (const run of runsOf(operations)) {
    if (signal?.aborted === true) {
      await putAllBack();
      return err({ code: 'cancelled' });
    }
    const { succeeded, failure } = await runTogether(run);
    done.unshift(...succeeded.toReversed());
    if (failure !== null) {
      await putAllBack();
      const { operation, cause } = failure;
      if (cause instanceof ChangedMeanwhile) return err({ code: 'overtaken', file: operation.name });
      return err(toWriteFailed(operation.name, cause));
    }
    onWritten?.(done.length, operations.length);
  }
  await afterAll();
  for (const operation of operations) operation.publish();
  return ok(null);
};

/** An operation that can't be rolled back stays on the disk, and readers see what is on the disk. */
const rollback = async (operation: DiskOperation): Promise<void> => {
  try {
    await operation.rollback();
  } catch (cause) {
    operation.publish();
    requireSystemError(cause);
  }
};

/**
 * Does the same as runOperations; if this process is killed in between, everything is rolled back when the archive is
 * next opened.
 */
export const runWhole = async (
  context: StorageContext,
  operations: readonly DiskOperation[],
  watch: ActWatch,
): ReturnType<typeof runOperations> => {
  if (operations.length < 2) return runOperations(operations, watch);
  try {
    await writeActNote(context, operations);
  } catch (cause) {
    return err(toWriteFailed(ACT_NOTE, cause));
  }
  const ran = await runOperations(operations, watch);
  // If the disk refuses to remove a name, it has reported its failure before, or will with the next write.
  await removeActNote(context).catch(requireSystemError);
  return ran;
};
