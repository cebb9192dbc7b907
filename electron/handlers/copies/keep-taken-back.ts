import type { RecordChange } from '#domain/archive/changes.ts';
import { isSameChoice } from '#domain/archive/merge/choose-side.ts';
import { conflictsOfMerge, isContestable } from '#domain/archive/merge/conflicts-of-merge.ts';
import type { MergeConflict } from '#domain/archive/merge/merge-records.ts';
import { differingPaths, fieldsOf } from '#domain/archive/merge/record-fields.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { recordChanges } from '../shared/record-changes.ts';

/**
 * Keeps as conflicts our changes that another program has overwritten unknowingly: its version is the current one, and
 * the analyst can choose ours. Returns the number of new conflicts. Not an undo step, since nothing was done here.
 */
export const keepTakenBack = (
  { archive, machine }: { readonly archive: Archive; readonly machine: Machine },
  changes: readonly RecordChange[],
): Promise<Result<number, AppError>> =>
  archive.perform(
    async (reader) => {
      const file = await reader.conflicts();
      if (!file.ok) return file;
      const at = toTimestamp(machine.nowMs());
      const added = changes
        .flatMap((change) => conflictsOfChange(change, { at, newId: machine.newId }))
        .filter((conflict) => !file.value.conflicts.some((known) => isSameChoice(known, conflict)));
      const written = added.flatMap((conflict) =>
        recordChanges({ kind: 'conflicts' }, 'conflicts', null, conflict),
      );
      return ok({ value: added.length, name: 'merge-copy', changes: written });
    },
    { isFinal: true },
  );

const conflictsOfChange = (
  change: RecordChange,
  made: Pick<Parameters<typeof conflictsOfMerge>[1], 'at' | 'newId'>,
): readonly Conflict[] =>
  isContestable(change.file)
    ? conflictsOfMerge(contestedBy(change), { ...made, file: change.file, from: null })
    : [];

/** The current value is that of the other program; the earlier value is offered. */
const contestedBy = ({ collection, recordId, before, after }: RecordChange): readonly MergeConflict[] => {
  if (before === null || after === null)
    return [{ collection, recordId, field: null, base: undefined, ours: after, theirs: before }];
  const [stood, stands] = [fieldsOf(collection, before), fieldsOf(collection, after)];
  return differingPaths(stood, stands).map((field) => ({
    collection,
    recordId,
    field,
    base: undefined,
    ours: stands.get(field),
    theirs: stood.get(field),
  }));
};
