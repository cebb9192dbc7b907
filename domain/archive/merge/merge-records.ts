/**
 * The merge of what two sides have made of one file of an archive, record by record and field by field: what another
 * program wrote while the archive was open, a conflict copy of a sync, the three trees of a Git merge. It keeps the
 * records of both sides, never chooses where both say something else, and lists what is to be chosen.
 */

import { equalJson } from '../../equal-json.ts';
import type { Source } from '../../source/source.ts';
import type { Tag } from '../../tag/tag.ts';
import type { CollectionName } from '../changes.ts';
import { sortById } from '../content/sort-by-id.ts';
import type { MutableContent } from '../steps/apply-changes.ts';
import { type FieldConflict, mergeRecord } from './merge-record.ts';
import { openCycles, type TreeSides } from './open-cycles.ts';
import { type AnyRecord, collectionsIn, recordsIn } from './records-in.ts';

/** What both sides changed, each in its own way. */
export type MergeConflict = {
  readonly collection: CollectionName;
  readonly recordId: string;
  /** Null: one side removed the record for good (null), and the other changed it. */
  readonly field: string | null;
  /** Before both; `undefined` where nothing is known of that. */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
};

export type MergedRecords<F extends MutableContent> = {
  /** What both sides say; where they conflict, what mergeRecord keeps, and a record that only one side still has. */
  readonly merged: F;
  /** Collection by collection, by record. Empty: `merged` is all that both sides have said. */
  readonly conflicts: readonly MergeConflict[];
};

/**
 * Merges two contents of one file that were made from `base`; without one (`undefined`) whatever stands on one side
 * only counts as added there. A record that both sides have is merged by mergeRecord; one that a side removed goes
 * where the other left it as it was; a tree stays a tree (see open-cycles.ts). Swapping the sides swaps the two values
 * of each conflict and, where these are told to keep ours, what is kept.
 */
export const mergeRecords = <F extends MutableContent>(
  base: F | undefined,
  ours: F,
  theirs: F,
): MergedRecords<F> => {
  const merged: Record<string, unknown> = { ...ours };
  const conflicts: MergeConflict[] = [];
  for (const collection of collectionsIn(ours)) {
    const sides = {
      base: recordsIn(base, collection),
      ours: recordsIn(ours, collection),
      theirs: recordsIn(theirs, collection),
    };
    const one = mergeCollection(collection, sides);
    merged[collection] = Array.isArray(merged[collection]) ? sortById(one.records) : one.records[0];
    conflicts.push(...one.conflicts);
  }
  // Every key of the file holds records of its collection again.
  return { merged: merged as F, conflicts };
};

type Records = ReadonlyMap<string, AnyRecord>;
type Sides = { readonly base: Records; readonly ours: Records; readonly theirs: Records };
type MergedCollection = {
  readonly records: readonly AnyRecord[];
  readonly conflicts: readonly MergeConflict[];
};

const mergeCollection = (collection: CollectionName, sides: Sides): MergedCollection => {
  const ids = [...new Set([...sides.ours.keys(), ...sides.theirs.keys()])];
  const all = ids.map((recordId) => mergeOne(collection, recordId, sides));
  const conflicts = all.flatMap((one) => one.conflicts);
  const records = all.flatMap(({ record }) => record ?? []);
  if (collection !== 'tags' && collection !== 'sources') return { records, conflicts };
  // The records of these two collections are those of a tree.
  const opened = openCycles(
    collection,
    sides as TreeSides<Tag | Source>,
    records as readonly (Tag | Source)[],
  );
  const isListed = (one: Place): boolean => conflicts.some((other) => isSamePlace(one, other));
  return {
    records: opened.records,
    conflicts: [...conflicts, ...opened.takenBack.filter((one) => !isListed(one))],
  };
};

type Place = Pick<MergeConflict, 'recordId' | 'field'>;
const isSamePlace = (a: Place, b: Place): boolean => a.recordId === b.recordId && a.field === b.field;

type One = { readonly record: AnyRecord | null; readonly conflicts: readonly MergeConflict[] };

const mergeOne = (collection: CollectionName, recordId: string, sides: Sides): One => {
  const base = sides.base.get(recordId) ?? null;
  const ours = sides.ours.get(recordId);
  const theirs = sides.theirs.get(recordId);
  if (ours === undefined || theirs === undefined) {
    return mergeRemoval(base, ours ?? theirs ?? null, (left) => ({
      collection,
      recordId,
      field: null,
      base,
      ours: ours === undefined ? null : left,
      theirs: theirs === undefined ? null : left,
    }));
  }
  const { record, conflicts } = mergeRecord(collection, base, ours, theirs);
  const named = conflicts.map((conflict: FieldConflict) => ({ collection, recordId, ...conflict }));
  return { record, conflicts: named };
};

/** A record that one side has; `left` is what it says there. */
const mergeRemoval = (
  base: AnyRecord | null,
  left: AnyRecord | null,
  conflictOn: (left: AnyRecord | null) => MergeConflict,
): One => {
  if (base === null) return { record: left, conflicts: [] };
  if (equalJson(left, base)) return { record: null, conflicts: [] };
  return { record: left, conflicts: [conflictOn(left)] };
};
