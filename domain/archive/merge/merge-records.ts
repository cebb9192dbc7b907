/**
 * The merge of what two sides have made of one file of an archive, record by record and field by field: what another
 * program wrote while the archive was open, a conflict copy of a sync, the three trees of a Git merge. It keeps the
 * records of both sides, never chooses where both say something else, and lists what is to be chosen.
 */

import { equalJson } from '../../equal-json.ts';
import type { CollectionName } from '../changes.ts';
import { sortById } from '../content/sort-by-id.ts';
import type { MutableContent } from '../steps/apply-changes.ts';
import { type FieldConflict, mergeRecord } from './merge-record.ts';
import { type AnyRecord, collectionsIn, recordsIn } from './records-in.ts';

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
  const merged: Record<string, unknown> = { ...ours };
  const conflicts: MergeConflict[] = [];
  for (const collection of collectionsIn(ours)) {
    const inBase = recordsIn(base, collection);
    const inOurs = recordsIn(ours, collection);
    const inTheirs = recordsIn(theirs, collection);
    const records = [...new Set([...inOurs.keys(), ...inTheirs.keys()])].flatMap((recordId) => {
      const one = mergeOne({
        collection,
        recordId,
        base: inBase.get(recordId) ?? null,
        ours: inOurs.get(recordId) ?? null,
        theirs: inTheirs.get(recordId) ?? null,
      });
      conflicts.push(...one.conflicts);
      return one.record ?? [];
    });
    merged[collection] = Array.isArray(merged[collection]) ? sortById(records) : records[0];
  }
  // Every key of the file holds records of its collection again.
  return { merged: merged as F, conflicts };
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
