import { isSameName } from './compare-names.ts';
import { childNamed, childrenNearlyNamed, resolveRecord, type Tree, type TreeRecord } from './record-tree.ts';

export type EnsuredPath<T> = {
  /** The record at the end of the path. */
  readonly record: T;
  /** The records of the path that were missing, from the top down; empty where it was all there. */
  readonly added: readonly T[];
  /** The names of records beside those that were missing, which may be meant: see isNearName. */
  readonly near: readonly string[];
};

/** The record into which a former child of `parentId` called `name` was merged, if it is still there. */
const mergedNamed = <T extends TreeRecord>(
  tree: Tree<T>,
  parentId: T['parentId'],
  name: string,
): T | null => {
  const redirect = [...tree.values()].find(
    (record) => record.mergedInto !== null && record.parentId === parentId && isSameName(record.name, name),
  );
  return redirect === undefined ? null : resolveRecord(tree, redirect.id);
};

/**
 * The record at `path`, a name for each level from the root. A level is found by name or alias as it is written, or by
 * the name of a record that was merged away from there; what is missing is made by `make`, the root being level 0. `path` is not empty.
 */
export const ensurePath = <T extends TreeRecord>(
  tree: Tree<T>,
  path: readonly [string, ...string[]],
  make: (name: string, parentId: T['id'] | null, level: number) => T,
): EnsuredPath<T> => {
  const known = new Map(tree);
  const added: T[] = [];
  const near: string[] = [];
  const step = (parentId: T['id'] | null, name: string, level: number): T => {
    const found = childNamed(known, parentId, name) ?? mergedNamed(known, parentId, name);
    if (found !== null) return found;
    near.push(...childrenNearlyNamed(known, parentId, name).map((child) => child.name));
    const made = make(name, parentId, level);
    known.set(made.id, made);
    added.push(made);
    return made;
  };
  const [root, ...below] = path;
  const record = below.reduce<T>(
    (parent, name, index) => step(parent.id, name, index + 1),
    step(null, root, 0),
  );
  return { record, added, near };
};
