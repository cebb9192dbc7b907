/**
 * Merges two versions of one file of an archive, record by record and field by field: what another program wrote
 * while the archive was open, a conflict copy of a sync, the three trees of a Git merge. It keeps the records of
 * both sides, never chooses where both have changed a value differently, and lists what is to be chosen.
 */
import { equalJson } from '../../equal-json.ts';
import { type Fall, mergeFalls } from '../../graph/fall.ts';
import type { Source } from '../../source/source.ts';
import type { Tag } from '../../tag/tag.ts';
import type { TreeRecord } from '../../tree/record-tree.ts';
import type { Signed } from '../../written-by.ts';
import type { MutableContent } from '../apply-changes.ts';
import type { CollectionName } from '../changes.ts';
import { sortById } from '../content/sort-by-id.ts';
import { laterEntry, type ManifestEntry } from '../manifest.ts';
import { type Recoverable, recoveredAs } from '../recovered.ts';
import { type FieldConflict, mergeRecord } from './merge-record.ts';
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
  /** The value kept for now, where it is not ours. */
  readonly kept?: 'theirs' | 'base';
  /** The writer of the record on each side; absent where the record names none. */
  readonly oursBy?: string;
  readonly theirsBy?: string;
};

export type MergedRecords<F extends MutableContent> = {
  /**
   * The records of both sides; where they conflict, what mergeRecord keeps, and a record that only one side still
   * has.
   */
  readonly merged: F;
  /** Collection by collection, by record. Empty: `merged` includes all changes of both sides. */
  readonly conflicts: readonly MergeConflict[];
  /** The records that one side removed for good and the other left as they were. */
  readonly removed: readonly RemovedRecord[];
};

export type RemovedRecord = { readonly id: string; readonly by: 'ours' | 'theirs' };

const nothing: ReadonlySet<string> = new Set();

/**
 * Merges two contents of one file that were made from `base`; without one (`undefined`) a record on one side only
 * counts as added there. A record that both sides have is merged by mergeRecord; one that a side removed is
 * removed where the other left it as it was; a tree stays a tree (see `openCycles`). Swapping the sides swaps the
 * two values of each conflict and, where ours is kept, the value that is kept.
 *
 * @param held ids of records that are not removed, because something refers to them
 */
export const mergeRecords = <F extends MutableContent>(
  base: F | undefined,
  ours: F,
  theirs: F,
  held: ReadonlySet<string> = nothing,
): MergedRecords<F> => {
  const removed: RemovedRecord[] = [];
  const merged: Record<string, unknown> = { ...ours };
  const conflicts: MergeConflict[] = [];
  for (const collection of collectionsIn(ours)) {
    const sides = {
      base: recordsIn(base, collection),
      ours: recordsIn(ours, collection),
      theirs: recordsIn(theirs, collection),
    };
    const one = mergeCollection(collection, sides, held);
    merged[collection] = Array.isArray(merged[collection]) ? sortById(one.records) : one.records[0];
    conflicts.push(...one.conflicts);
    removed.push(...one.removed);
  }
  // Every key of the file holds records of its collection again.
  return { merged: merged as F, conflicts, removed };
};

type Records = ReadonlyMap<string, AnyRecord>;
type Sides = { readonly base: Records; readonly ours: Records; readonly theirs: Records };
type MergedCollection = {
  readonly records: readonly AnyRecord[];
  readonly conflicts: readonly MergeConflict[];
  readonly removed: readonly RemovedRecord[];
};

/**
 * Tags and sources are trees. One side may move a record below another, which the other side has moved below the
 * first; each move is valid, but both together form a ring that is attached to no root and would be shown nowhere.
 * Such moves (and merges of records, whose redirects are followed likewise) are reverted to the base, and listed.
 */

type TreeName = 'tags' | 'sources';

/** The records of each side by id; the base is empty where it is not known. */
type TreeSides<R> = {
  readonly base: ReadonlyMap<string, R>;
  readonly ours: ReadonlyMap<string, R>;
  readonly theirs: ReadonlyMap<string, R>;
};

type TakenBack = {
  readonly collection: TreeName;
  readonly recordId: string;
  readonly field: 'parentId' | 'mergedInto';
  readonly base: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly kept: 'base';
};

type OpenedCycles<R> = {
  /** The records in their order; those that were in a ring are where they were in the base. */
  readonly records: readonly R[];
  readonly takenBack: readonly TakenBack[];
};

const openCycles = <R extends TreeRecord>(
  collection: TreeName,
  sides: TreeSides<R>,
  records: readonly R[],
): OpenedCycles<R> => {
  const merged = new Map(records.map((record) => [record.id, record]));
  const takenBack: TakenBack[] = [];
  // A ring that one side had itself is not of the merge: it stays as it was.
  const known = new Set<R>();
  for (let ring = findRing(merged, known); ring.length > 0; ring = findRing(merged, known)) {
    const isOld = [sides.ours, sides.theirs].some((side) => ring.every((record) => hasLink(side, record)));
    const moved = isOld ? [] : ring.flatMap((record) => takeBack(collection, sides, record) ?? []);
    if (moved.length === 0) for (const record of ring) known.add(record);
    for (const { record, change } of moved) {
      merged.set(record.id, record);
      takenBack.push(change);
    }
  }
  return { records: [...merged.values()], takenBack };
};

/**
 * The next link from a record upwards: to the record it was merged into, otherwise to its parent. A tombstone may
 * be restored.
 */
const linkOf = ({ mergedInto }: TreeRecord): 'mergedInto' | 'parentId' =>
  mergedInto === null ? 'parentId' : 'mergedInto';

const nextOf = <R extends TreeRecord>(records: ReadonlyMap<string, R>, record: R): R | undefined => {
  const next = record[linkOf(record)];
  return next === null ? undefined : records.get(next);
};

/** Whether the record has the same link on that side. */
const hasLink = <R extends TreeRecord>(side: ReadonlyMap<string, R>, record: R): boolean => {
  const [link, there] = [linkOf(record), side.get(record.id)];
  return there !== undefined && there[link] === record[link] && linkOf(there) === link;
};

/** The records of a ring that is not known yet; none where every path ends. */
const findRing = <R extends TreeRecord>(
  records: ReadonlyMap<string, R>,
  known: ReadonlySet<R>,
): readonly R[] => {
  const ends = new Set(known);
  for (const start of records.values()) {
    const way = new Set<R>();
    let at: R | undefined = start;
    while (at !== undefined && !ends.has(at) && !way.has(at)) {
      way.add(at);
      at = nextOf(records, at);
    }
    if (at !== undefined && way.has(at)) return [...way].slice([...way].indexOf(at));
    for (const each of way) ends.add(each);
  }
  return [];
};

/** The record with its link as it was; null where it was the same, or was not there. */
const takeBack = <R extends TreeRecord>(
  collection: TreeName,
  { base, ours, theirs }: TreeSides<R>,
  record: R,
): { readonly record: R; readonly change: TakenBack } | null => {
  const was = base.get(record.id);
  const field = linkOf(record);
  if (was === undefined || was[field] === record[field]) return null;
  // A redirect and a tombstone are one unit.
  const links =
    field === 'parentId'
      ? { parentId: was.parentId }
      : { mergedInto: was.mergedInto, deletedAt: was.deletedAt };
  const change = {
    collection,
    recordId: record.id,
    field,
    base: was[field],
    ours: ours.get(record.id)?.[field] ?? null,
    theirs: theirs.get(record.id)?.[field] ?? null,
    kept: 'base' as const,
  };
  return { record: { ...record, ...links }, change };
};

const mergeCollection = (
  collection: CollectionName,
  sides: Sides,
  held: ReadonlySet<string>,
): MergedCollection => {
  const ids = [...new Set([...sides.ours.keys(), ...sides.theirs.keys()])];
  const all = ids.map((recordId) => mergeOne(collection, recordId, sides, held));
  const conflicts = all.flatMap((one) => one.conflicts);
  const removed = all.flatMap((one) => one.removed ?? []);
  const records = all.flatMap(({ record }) => record ?? []);
  if (collection !== 'tags' && collection !== 'sources') return { records, conflicts, removed };
  // The records of these two collections are those of a tree.
  const opened = openCycles(
    collection,
    sides as TreeSides<Tag | Source>,
    records as readonly (Tag | Source)[],
  );
  const isListed = (one: Place): boolean => conflicts.some((other) => isSamePlace(one, other));
  return {
    records: opened.records,
    removed,
    conflicts: [...conflicts, ...opened.takenBack.filter((one) => !isListed(one))],
  };
};

type Place = Pick<MergeConflict, 'recordId' | 'field'>;
const isSamePlace = (a: Place, b: Place): boolean => a.recordId === b.recordId && a.field === b.field;

type One = {
  readonly record: AnyRecord | null;
  readonly conflicts: readonly MergeConflict[];
  readonly removed?: RemovedRecord;
};

const mergeOne = (
  collection: CollectionName,
  recordId: string,
  sides: Sides,
  held: ReadonlySet<string>,
): One => {
  const ours = sides.ours.get(recordId) ?? null;
  const theirs = sides.theirs.get(recordId) ?? null;
  const base = sides.base.get(recordId) ?? placeholderAmong(ours, theirs);
  if (isOfManifest(collection)) return kept(mergeEntry(ours, theirs));
  if (isOfFalls(collection))
    return kept(mergeFalls(base as Fall | null, ours as Fall | null, theirs as Fall | null));
  if (ours === null || theirs === null) {
    const one = { collection, recordId, field: null, base, ours, theirs, ...writersOf(ours, theirs) };
    return base === null ? kept(ours ?? theirs) : mergeRemoval(one, held.has(recordId));
  }
  const { record, conflicts } = mergeRecord(collection, base, ours, theirs);
  const writers = writersOf(ours, theirs);
  const named = conflicts.map((conflict: FieldConflict) => ({
    collection,
    recordId,
    ...conflict,
    ...writers,
  }));
  return { record, conflicts: named };
};

/** A placeholder that a repair has made has no say beside the record that it stands for: it counts as the older one. */
const placeholderAmong = (ours: AnyRecord | null, theirs: AnyRecord | null): AnyRecord | null =>
  ours === null || theirs === null ? null : ([ours, theirs].find(standsForLost) ?? null);

const standsForLost = (record: AnyRecord): boolean =>
  'deletedAt' in record &&
  ('name' in record || 'title' in record) &&
  recoveredAs(record as Recoverable) !== null;

const writersOf = (
  ours: Signed | null,
  theirs: Signed | null,
): Pick<MergeConflict, 'oursBy' | 'theirsBy'> => ({
  ...(ours?.by === undefined ? {} : { oursBy: ours.by }),
  ...(theirs?.by === undefined ? {} : { theirsBy: theirs.by }),
});

const isOfManifest = (collection: CollectionName): boolean => collection === 'entries';
const isOfFalls = (collection: CollectionName): boolean => collection === 'falls';

/** An entry of the manifest is never contested, and is removed only by being marked as gone. */
const mergeEntry = (ours: AnyRecord | null, theirs: AnyRecord | null): AnyRecord | null => {
  if (ours === null || theirs === null) return ours ?? theirs;
  // The records of this collection are entries.
  return laterEntry(ours as ManifestEntry, theirs as ManifestEntry);
};

const kept = (record: AnyRecord | null): One => ({ record, conflicts: [] });

type Removal = MergeConflict & { readonly ours: AnyRecord | null; readonly theirs: AnyRecord | null };

/** A record that one side has removed for good. */
const mergeRemoval = (removal: Removal, isHeld: boolean): One => {
  const left = removal.ours ?? removal.theirs;
  if (!equalJson(left, removal.base)) return { record: left, conflicts: [removal] };
  if (isHeld) return kept(left);
  const by = removal.ours === null ? 'ours' : 'theirs';
  return { record: null, conflicts: [], removed: { id: removal.recordId, by } };
};
