/**
 * The merge of what two sides have made of one file of an archive, record by record and field by field: what another
 * program wrote while the archive was open, a conflict copy of a sync, the three trees of a Git merge. It keeps the
 * records of both sides, never chooses where both say something else, and lists what is to be chosen.
 */
import type { MutableContent } from '../apply-changes.ts';
import type { CollectionName, Collections } from '../changes.ts';
import { equalJson } from '../equal-json.ts';
import { type StoredRecord, sortById } from '../sort-by-id.ts';
import { type FieldConflict, mergeRecord } from './merge-record.ts';

/** What both sides changed, each in its own way. */
export type MergeConflict = {
  readonly collection: CollectionName;
  readonly recordId: string;
  /** Null: one side removed the record for good (null), and the other changed it. */
  readonly field: string | null;
  readonly ours: unknown;
  readonly theirs: unknown;
};

export type MergedRecords<F extends MutableContent> = {
  /** What both sides say; where they conflict, what ours says, and a record that only one side still has. */
  readonly merged: F;
  /** Collection by collection, by record. Empty: `merged` is all that both sides have said. */
  readonly conflicts: readonly MergeConflict[];
};

/**
 * Merges two contents of one file that were made from `base`; without one (`undefined`) whatever stands on one side
 * only counts as added there. A record that both sides have is merged by mergeRecord; one that a side removed goes
 * where the other left it as it was. Swapping the sides swaps the two values of each conflict and changes nothing else.
 */
export const mergeRecords = <F extends MutableContent>(
  base: F | undefined,
  ours: F,
  theirs: F,
): MergedRecords<F> => {
  const merged: Record<string, unknown> = {};
  const conflicts: MergeConflict[] = [];
  for (const [key, held] of Object.entries(ours) as [string, unknown][]) {
    if (typeof held !== 'object') {
      merged[key] = held;
      continue;
    }
    const collection = key as CollectionName;
    const parts = [base, ours, theirs].map((content) => recordsIn(content, collection));
    const [inBase = none, inOurs = none, inTheirs = none] = parts;
    const ids = new Set([...inOurs.keys(), ...inTheirs.keys()]);
    const records = [...ids].flatMap((id) => {
      const sides = { collection, recordId: id, base: inBase.get(id) ?? null };
      const one = mergeOne({ ...sides, ours: inOurs.get(id) ?? null, theirs: inTheirs.get(id) ?? null });
      conflicts.push(...one.conflicts);
      return one.record ?? [];
    });
    merged[key] = Array.isArray(held) ? sortById(records) : records[0];
  }
  // Every key of the file holds records of its collection again.
  return { merged: merged as F, conflicts };
};

type AnyRecord = Collections[CollectionName];
type Records = ReadonlyMap<string, AnyRecord>;
const none: Records = new Map();

/** The records of a collection by id; a single one, like `memo`, too. */
const recordsIn = (content: MutableContent | undefined, collection: CollectionName): Records => {
  const held = (content as Readonly<Record<string, unknown>> | undefined)?.[collection];
  const records = (Array.isArray(held) ? held : held === undefined ? [] : [held]) as readonly AnyRecord[];
  return new Map(records.map((record: AnyRecord & StoredRecord) => [record.id, record]));
};

type Sides = Pick<MergeConflict, 'collection' | 'recordId'> & {
  readonly base: AnyRecord | null;
  readonly ours: AnyRecord | null;
  readonly theirs: AnyRecord | null;
};
type One = { readonly record: AnyRecord | null; readonly conflicts: readonly MergeConflict[] };

const mergeOne = (sides: Sides): One => {
  const { collection, recordId, base, ours, theirs } = sides;
  if (ours === null || theirs === null) return mergeRemoval(sides);
  const { record, conflicts } = mergeRecord(collection, base, ours, theirs);
  const named = conflicts.map((conflict: FieldConflict) => ({ collection, recordId, ...conflict }));
  return { record, conflicts: named };
};

const mergeRemoval = ({ collection, recordId, base, ours, theirs }: Sides): One => {
  const left = ours ?? theirs;
  if (base === null) return { record: left, conflicts: [] };
  if (equalJson(left, base)) return { record: null, conflicts: [] };
  return { record: left, conflicts: [{ collection, recordId, field: null, ours, theirs }] };
};
