/**
 * Tags and sources are trees of records that are never removed: a merged record stays as a redirect, a deleted one
 * as a tombstone, and references to either keep its id. Everything here reads such a tree.
 *
 * Two machines may each have moved a node before their files were merged, so a file can contain a cycle of parents
 * or of redirects. No walk here can hang on one.
 */
import { foldName } from '../text/fold-text.ts';
import type { Timestamp } from '../time.ts';
import { isNearName, isSameName } from './compare-names.ts';

export type TreeRecord = {
  id: string;
  name: string;
  parentId: string | null;
  aliases: string[];
  mergedInto: string | null;
  updatedAt: Timestamp;
  deletedAt: Timestamp | null;
};

/** Every record of a tree by its id, tombstones and redirects included. */
export type Tree<T extends TreeRecord> = ReadonlyMap<string, T>;

/** The records by id. */
export const indexTree = <T extends TreeRecord>(records: readonly T[]): Tree<T> =>
  new Map(records.map((record) => [record.id, record]));

/** Whether the record is neither a tombstone nor a redirect. */
export const isLive = ({ deletedAt, mergedInto }: Pick<TreeRecord, 'deletedAt' | 'mergedInto'>) =>
  deletedAt === null && mergedInto === null;

/** The live record that `id` refers to today, redirects followed; null where it was deleted or never existed. */
export const resolveRecord = <T extends TreeRecord>(tree: Tree<T>, id: T['id'] | null): T | null => {
  const seen = new Set<string>();
  let next: string | null = id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const record = tree.get(next);
    if (record === undefined || record.deletedAt !== null) return null;
    if (record.mergedInto === null) return record;
    next = record.mergedInto;
  }
  return null;
};

/** From the root down to the live record of `id`, which is last; empty where there is none. */
export const branchOf = <T extends TreeRecord>(tree: Tree<T>, id: T['id'] | null): readonly T[] => {
  const branch = new Set<T>();
  let record = resolveRecord(tree, id);
  while (record !== null && !branch.has(record)) {
    branch.add(record);
    record = resolveRecord(tree, record.parentId);
  }
  return [...branch].reverse();
};

/** Whether the live record of `id` is the live record of `ancestorId` or below it. */
export const isWithin = <T extends TreeRecord>(
  tree: Tree<T>,
  id: T['id'] | null,
  ancestorId: T['id'],
): boolean => {
  const ancestor = resolveRecord(tree, ancestorId);
  return ancestor !== null && branchOf(tree, id).includes(ancestor);
};

/** The live records directly below `parentId`, or the roots. */
export const childrenOf = <T extends TreeRecord>(tree: Tree<T>, parentId: T['id'] | null): readonly T[] => {
  const parent = resolveRecord(tree, parentId);
  if (parentId !== null && parent === null) return [];
  return [...tree.values()].filter(
    (record) => isLive(record) && resolveRecord(tree, record.parentId) === parent,
  );
};

type Named = { readonly name: string; readonly aliases: readonly string[] };

/** Whether `name` is the record's name or one of its aliases, see isSameName. */
export const isNamed = (record: Named, name: string): boolean =>
  [record.name, ...record.aliases].some((known) => isSameName(known, name));

/** Whether the record is not known under `name`, but under one that may be meant: see isNearName. */
export const isNearlyNamed = (record: Named, name: string): boolean =>
  !isNamed(record, name) && [record.name, ...record.aliases].some((known) => isNearName(known, name));

/** The live record below `parentId` that is known under `name`, if any. */
export const childNamed = <T extends TreeRecord>(
  tree: Tree<T>,
  parentId: T['id'] | null,
  name: string,
): T | null => {
  const named = childrenOf(tree, parentId).filter((child) => isNamed(child, name));
  return named.find((child) => isSameName(child.name, name)) ?? named[0] ?? null;
};

/** Names from the root down to the live record of `id`, e.g. ["China", "dual use"]; empty where there is none. */
export const namePath = <T extends TreeRecord>(tree: Tree<T>, id: T['id'] | null): readonly string[] =>
  branchOf(tree, id).map(({ name }) => name);

/** The live records directly below `parentId` whose name may be meant by `name`: see isNearName. */
export const childrenNearlyNamed = <T extends TreeRecord>(
  tree: Tree<T>,
  parentId: T['id'] | null,
  name: string,
): readonly T[] => childrenOf(tree, parentId).filter((child) => isNearlyNamed(child, name));

/** Whether the end of the path down to a record equals the typed text, folded: "dual use", "china", "dual use". */
export const namesRecord = <T extends TreeRecord>(
  tree: Tree<T>,
  record: T,
  typed: readonly string[],
): boolean => {
  const branch = branchOf(tree, record.id).slice(-typed.length);
  if (branch.length < typed.length) return false;
  return branch.every(({ name, aliases }, at) =>
    [name, ...aliases].some((known) => foldName(known) === typed[at]),
  );
};

/** Two live records of one name in one place; the older one is kept where they are merged. */
type SameName<T extends TreeRecord> = { readonly kept: T; readonly other: T };

/**
 * Records with one name below one parent, equal to the character, as left by two people who have each made one
 * before their archives were merged. Within an archive no second one can be made. Each is paired with the oldest,
 * by its id.
 */
export const sameNames = <T extends TreeRecord>(records: readonly T[]): readonly SameName<T>[] => {
  const tree = indexTree(records);
  const oldest = new Map<string, T>();
  const pairs: SameName<T>[] = [];
  for (const record of records.filter(isLive).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const above = resolveRecord(tree, record.parentId)?.id ?? null;
    const place = JSON.stringify([above, record.name.normalize('NFC')]);
    const kept = oldest.get(place);
    if (kept === undefined) oldest.set(place, record);
    else pairs.push({ kept, other: record });
  }
  return pairs;
};
