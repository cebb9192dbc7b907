import { err } from '#domain/result.ts';
import type { ActWatch } from '#electron/ports/archive.ts';
import { requireSystemError, toWriteFailed } from '../file/system-error.ts';
import type { StorageContext } from '../storage-context.ts';
import { ACT_NOTE, removeActNote, writeActNote } from './act-note.ts';
import type { DiskOperation } from './disk-operation.ts';
import { runOperations } from './run-operations.ts';

/**
 * As runOperations, and where this process is ended in between, all of it is taken back when the archive is next
 * opened.
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
  // A disk that has just written and will not let go of a name has said so, or will with the next write.
  await removeActNote(context).catch(requireSystemError);
  return ran;
};
