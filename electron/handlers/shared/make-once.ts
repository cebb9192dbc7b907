import type { CollectionName, Collections, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import { equalJson } from '#domain/equal-json.ts';
import { ok, type Result } from '#domain/result.ts';
import { type Signed, signRecord } from '#domain/written-by.ts';
import { idIsTaken } from './failures.ts';
import { recordChanges } from './record-changes.ts';

type Written = Signed & { readonly createdAt: string; readonly updatedAt: string };

/** Whether two records say the same, whenever and by whom they were written. */
const isSameRecord = (one: Written, other: Written): boolean => equalJson(saidBy(one), saidBy(other));

const saidBy = (record: Written): object => ({
  ...signRecord(record, null),
  createdAt: null,
  updatedAt: null,
});

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
type MadeByRequest = Extract<CollectionName, 'passages' | 'tasks' | 'searches' | 'forms'>;

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
