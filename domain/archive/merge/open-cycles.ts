/**
 * Tags and sources are trees. One side may move a record below another, which the other side has moved below the first;
 * each is sound, and both together are a ring that hangs on nothing and would be shown nowhere. Such moves (and merges
 * of records, whose redirects are followed alike) are taken back to where the records stood before, and listed.
 */
import type { TreeRecord } from '../../tree/record-tree.ts';

type TreeName = 'tags' | 'sources';

/** The records of each side by id; the base is empty where it is not known. */
export type TreeSides<R> = {
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

export type OpenedCycles<R> = {
  /** The records in their order; those that stood in a ring are where they were in the base. */
  readonly records: readonly R[];
  readonly takenBack: readonly TakenBack[];
};

export const openCycles = <R extends TreeRecord>(
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

/** Where the way from a record upwards goes on: to what it became, else to its parent. A tombstone may come back. */
const linkOf = ({ mergedInto }: TreeRecord): 'mergedInto' | 'parentId' =>
  mergedInto === null ? 'parentId' : 'mergedInto';

const nextOf = <R extends TreeRecord>(records: ReadonlyMap<string, R>, record: R): R | undefined => {
  const next = record[linkOf(record)];
  return next === null ? undefined : records.get(next);
};

/** Whether the record goes on to the same on that side. */
const hasLink = <R extends TreeRecord>(side: ReadonlyMap<string, R>, record: R): boolean => {
  const [link, there] = [linkOf(record), side.get(record.id)];
  return there !== undefined && there[link] === record[link] && linkOf(there) === link;
};

/** The records of one ring that is not known yet; none where every way ends. */
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
