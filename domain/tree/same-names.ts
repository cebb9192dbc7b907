import { indexTree, isLive, resolveRecord, type TreeRecord } from './record-tree.ts';

/** Two live records of one name in one place; the older one is kept where they are merged. */
export type SameName<T extends TreeRecord> = { readonly kept: T; readonly other: T };

/**
 * Records that bear one name below one parent, to the character, as two people leave them who have each made one before
 * their archives were merged. Within an archive no second one can be made. Each is paired with the oldest, by its id.
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
