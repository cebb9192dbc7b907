import type {
  CollectionName,
  Collections,
  MutableFile,
  RecordChange,
  StepName,
} from '#domain/archive/changes.ts';
import { equalJson } from '#domain/equal-json.ts';
import { toTimestamp } from '#domain/time.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import type { Outcome } from '#electron/ports/archive.ts';

/** Whether two states of a record say the same, whenever and by whom they were written. */
const isSameSaying = <C extends CollectionName>(before: Collections[C], after: Collections[C]): boolean =>
  equalJson(saidBy(before), saidBy(after));

const saidBy = (record: Collections[CollectionName]): object => ({
  ...signRecord(record as Signed, null),
  updatedAt: null,
});

/**
 * The change that makes `after` of `before` in `collection` of `file`; `before` is null where the record is new.
 * None where nothing but the time of writing differs: an act that changes nothing is no step of undo.
 */
export const recordChanges = <C extends CollectionName>(
  file: MutableFile,
  collection: C,
  before: Collections[C] | null,
  after: Collections[C],
): readonly RecordChange[] =>
  before !== null && isSameSaying<C>(before, after)
    ? []
    : // The union is by collection: that both records are of `collection` is said by the parameters.
      [{ type: 'record', file, collection, recordId: after.id, before, after } as RecordChange];

/** Changes fields of one record, in one step. Answers the record as it then stands: as it was, where none differs. */
export const changeOutcome = <C extends CollectionName>(
  file: MutableFile,
  collection: C,
  before: Collections[C],
  change: Partial<Collections[C]>,
  { name, nowMs }: { readonly name: StepName; readonly nowMs: number },
): Outcome<Collections[C]> => {
  const after = { ...before, ...change, updatedAt: toTimestamp(nowMs) };
  const changes = recordChanges(file, collection, before, after);
  return { value: changes.length === 0 ? before : after, name, changes };
};
