import { type ChildIndex, createChildIndex } from './child-index.ts';
import { childrenNearlyNamed, type Tree, type TreeRecord } from './record-tree.ts';

type GrownPath<T> = {
  /** The record at the end of the path. */
  readonly record: T;
  /** The records of the path that were missing, from the top down; empty where it was all there. */
  readonly added: readonly T[];
};

export type EnsuredPath<T> = GrownPath<T> & {
  /** The names of records beside those that were missing, which may be meant: see isNearName. */
  readonly near: readonly string[];
};

/** A name for each level, from the root. */
type Path = readonly [string, ...string[]];
type Make<T extends TreeRecord> = (name: string, parentId: T['id'] | null, level: number) => T;

/**
 * The record at `path`, in a tree that grows by the missing levels. A level is found by name or alias as it is
 * written, or by the name of a record that was merged away from there; missing ones are made by `make`, the root
 * being level 0.
 */
export const growPath = <T extends TreeRecord>(
  index: ChildIndex<T>,
  path: Path,
  make: Make<T>,
): GrownPath<T> => {
  const added: T[] = [];
  const step = (parentId: T['id'] | null, name: string, level: number): T => {
    const found = index.find(parentId, name);
    if (found !== null) return found;
    const made = make(name, parentId, level);
    index.put(made);
    added.push(made);
    return made;
  };
  const [root, ...below] = path;
  const record = below.reduce<T>((parent, name, at) => step(parent.id, name, at + 1), step(null, root, 0));
  return { record, added };
};

/** The record at `path` of a tree that stays as it is: see growPath. */
export const ensurePath = <T extends TreeRecord>(
  tree: Tree<T>,
  path: Path,
  make: Make<T>,
): EnsuredPath<T> => {
  const { record, added } = growPath(createChildIndex(tree), path, make);
  // Below the first that is missing everything is new.
  const [first] = added;
  const near = first === undefined ? [] : childrenNearlyNamed(tree, first.parentId, first.name);
  return { record, added, near: near.map(({ name }) => name) };
};
