import type {
  CollectionName,
  Collections,
  MutableFile,
  RecordChange,
  StepName,
} from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import type { Outcome } from '#electron/ports/archive.ts';
import { idIsTaken } from './failures.ts';

/** Whether two states of a record say the same, whenever and by whom they were written. */
const isSameSaying = <C extends CollectionName>(before: Collections[C], after: Collections[C]): boolean =>
  equalJson(saidBy(before as Signed), saidBy(after as Signed));

/** What a record says, without when and by whom it was written last. */
const saidBy = (record: Signed): object => ({ ...signRecord(record, null), updatedAt: null });

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

type Written = Signed & { readonly createdAt: string; readonly updatedAt: string };

/** Whether two records say the same, whenever and by whom they were written. */
const isSameRecord = (one: Written, other: Written): boolean =>
  equalJson({ ...saidBy(one), createdAt: null }, { ...saidBy(other), createdAt: null });

/**
 * The record that stands under the id of `wanted` where it says the same: the request was asked for again. Null where
 * nothing bears that id. Fails `invalid-input` where something else does.
 */
export const findRepeat = <T extends Written & { readonly id: string }>(
  request: RequestName,
  standing: readonly T[],
  wanted: T,
): Result<T | null, AppError> => {
  const there = standing.find(({ id }) => id === wanted.id);
  return there === undefined || isSameRecord(there, wanted) ? ok(there ?? null) : idIsTaken(request);
};

/** Collections whose records are made by a request of their own. */
type MadeByRequest = Extract<
  CollectionName,
  'passages' | 'tasks' | 'searches' | 'labels' | 'events' | 'forms' | 'boards'
>;

export type Made<T> = { readonly record: T; readonly changes: readonly RecordChange[] };

/** Where a record is made, and what stands there. */
export type Place<C extends MadeByRequest> = {
  readonly file: MutableFile;
  readonly collection: C;
  readonly standing: readonly Collections[C][];
  /** Whether a record of another file bears that id. */
  readonly isElsewhere?: (id: Collections[C]['id']) => Promise<boolean>;
};

/** What a request that makes `wanted` answers and changes: nothing where it was asked for again, see findRepeat. */
export const makeOnce = async <C extends MadeByRequest>(
  request: RequestName,
  { file, collection, standing, isElsewhere = async () => false }: Place<C>,
  wanted: Collections[C],
): Promise<Result<Made<Collections[C]>, AppError>> => {
  const repeat = findRepeat<Collections[C]>(request, standing, wanted);
  if (!repeat.ok) return repeat;
  if (repeat.value !== null) return ok({ record: repeat.value, changes: [] });
  if (await isElsewhere(wanted.id)) return idIsTaken(request);
  return ok({ record: wanted, changes: recordChanges(file, collection, null, wanted) });
};

type Folder =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId };

/** The outcome of moving the folder of an article or a memo to the trash, with all that lies in it. */
export const moveToTrash = (folder: Folder, name: StepName): Outcome<null> => ({
  value: null,
  name,
  changes: [{ type: 'folder', ...folder, to: 'trash' }],
});
