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

/** Whether two states of a record have the same content, apart from time and author. */
const isSameSaying = <C extends CollectionName>(before: Collections[C], after: Collections[C]): boolean =>
  equalJson(saidBy(before as Signed), saidBy(after as Signed));

/** The content of a record, without the time and author of the last change. */
const saidBy = (record: Signed): object => ({ ...signRecord(record, null), updatedAt: null });

/**
 * The change from `before` to `after` in `collection` of `file`; `before` is null for a new record. No change if only
 * the time of writing differs: an act that changes nothing is not an undo step.
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

/**
 * Changes fields of one record, in one step. Returns the record after the change, or the unchanged record if nothing
 * differs.
 */
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

/** Whether two records have the same content, apart from time and author. */
const isSameRecord = (one: Written, other: Written): boolean =>
  equalJson({ ...saidBy(one), createdAt: null }, { ...saidBy(other), createdAt: null });

/**
 * The existing record with the id of `wanted`, if it has the same content: a repeated request. Null if the id is free.
 * Fails with `invalid-input` if a different record has the id.
 */
export const findRepeat = <T extends Written & { readonly id: string }>(
  request: RequestName,
  standing: readonly T[],
  wanted: T,
): Result<T | null, AppError> => {
  const there = standing.find(({ id }) => id === wanted.id);
  return there === undefined || isSameRecord(there, wanted) ? ok(there ?? null) : idIsTaken(request);
};

/** Collections whose records are created by their own request. */
type MadeByRequest = Extract<
  CollectionName,
  'passages' | 'tasks' | 'searches' | 'labels' | 'events' | 'forms' | 'boards'
>;

export type Made<T> = { readonly record: T; readonly changes: readonly RecordChange[] };

/** The place in which a record is created, and the records already there. */
export type Place<C extends MadeByRequest> = {
  readonly file: MutableFile;
  readonly collection: C;
  readonly standing: readonly Collections[C][];
  /** Whether a record in another file has that id. */
  readonly isElsewhere?: (id: Collections[C]['id']) => Promise<boolean>;
};

/** The answer and the changes of a request that creates `wanted`: no changes for a repeated request, see findRepeat. */
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

/** The outcome of moving the folder of an article or a memo to the trash, with all its contents. */
export const moveToTrash = (folder: Folder, name: StepName): Outcome<null> => ({
  value: null,
  name,
  changes: [{ type: 'folder', ...folder, to: 'trash' }],
});
