import { exactName } from './compare-names.ts';
import { isLive, isNamed, resolveRecord, type Tree, type TreeRecord } from './record-tree.ts';

/** A tree that grows record by record, in which a child is found by its name without looking at all of them. */
export type ChildIndex<T extends TreeRecord> = {
  /** The tree as it stands. */
  readonly tree: Tree<T>;
  /**
   * The live records directly below `parentId` that are known under `name`: by name, by alias, or by a record
   * merged away from there.
   */
  readonly named: (parentId: T['id'] | null, name: string) => readonly T[];
  /** The first of them: one of that name before one of that alias. */
  readonly find: (parentId: T['id'] | null, name: string) => T | null;
  readonly put: (record: T) => void;
};

export const createChildIndex = <T extends TreeRecord>(records: Tree<T>): ChildIndex<T> => {
  const tree = new Map(records);
  const ids = new Map<string, Set<string>>();
  const keyOf = (parentId: string | null, name: string): string => `${parentId ?? ''} ${exactName(name)}`;
  const add = (record: T): void => {
    const parent = resolveRecord(tree, record.parentId)?.id ?? null;
    for (const name of [record.name, ...(isLive(record) ? record.aliases : [])]) {
      const key = keyOf(parent, name);
      ids.set(key, (ids.get(key) ?? new Set()).add(record.id));
    }
  };
  for (const record of tree.values()) if (record.deletedAt === null) add(record);

  /** A record that was moved since is also listed under its old key. */
  const stands = ({ parentId }: T, below: string | null): boolean =>
    (resolveRecord(tree, parentId)?.id ?? null) === below;

  const named = (parentId: string | null, name: string): readonly T[] => {
    const found = [...(ids.get(keyOf(parentId, name)) ?? [])].flatMap((id) => tree.get(id) ?? []);
    const live = found.filter(
      (record) => isLive(record) && stands(record, parentId) && isNamed(record, name),
    );
    const exact = exactName(name);
    const byName = live.filter((record) => exactName(record.name) === exact);
    const merged = found.flatMap((record) => (isLive(record) ? [] : (resolveRecord(tree, record.id) ?? [])));
    return [...new Set([...byName, ...live, ...merged])];
  };

  return {
    tree,
    named,
    find: (parentId, name) => named(parentId, name)[0] ?? null,
    put(record) {
      tree.set(record.id, record);
      add(record);
    },
  };
};

/** The record at a path of names, from the root down; null where one of them is not there. */
export const findPath = <T extends TreeRecord>(index: ChildIndex<T>, names: readonly string[]): T | null => {
  let found: T | null = null;
  for (const name of names) {
    found = index.find(found?.id ?? null, name);
    if (found === null) return null;
  }
  return found;
};

/**
 * The aliases of a record with those that are new; `taken` are the names of other records beside it, which stay out.
 */
export const addAliases = <T extends TreeRecord>(
  index: ChildIndex<T>,
  { id, name, aliases, parentId }: T,
  more: readonly string[],
): { readonly aliases: string[]; readonly taken: readonly string[] } => {
  const besideId = resolveRecord(index.tree, parentId)?.id ?? null;
  const isTaken = (alias: string): boolean => index.named(besideId, alias).some((found) => found.id !== id);
  const known = new Set([name, ...aliases].map(exactName));
  const all = [...aliases];
  const taken: string[] = [];
  for (const alias of more) {
    const exact = exactName(alias);
    if (known.has(exact)) continue;
    if (isTaken(alias)) taken.push(alias);
    else {
      known.add(exact);
      all.push(alias);
    }
  }
  return { aliases: all, taken };
};
