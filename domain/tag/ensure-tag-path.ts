import type { TagId } from '../ids.ts';
import { isSameName } from '../tree/compare-names.ts';
import { childNamed, childrenNearlyNamed, resolveRecord } from '../tree/record-tree.ts';
import type { Tag } from './tag.ts';
import type { TagTree } from './tag-tree.ts';

export type EnsuredTag = {
  readonly tag: Tag;
  /** The tags of the path that were missing, from the top down; empty where it was all there. */
  readonly added: readonly Tag[];
  /** The names of tags beside those that were missing, which may be meant: see isNearName. */
  readonly near: readonly string[];
};

/** The tag into which a former child of `parentId` called `name` was merged, if it is still there. */
const mergedTagNamed = (tags: TagTree, parentId: TagId | null, name: string): Tag | null => {
  const redirect = [...tags.values()].find(
    (tag) => tag.mergedInto !== null && tag.parentId === parentId && isSameName(tag.name, name),
  );
  return redirect === undefined ? null : resolveRecord(tags, redirect.id);
};

/**
 * The tag at `path`, a name for each level from the root. A level is found by name or alias as it is written, or by
 * the name of a tag that was merged away from there; what is missing is made by `make`, the root being level 0. `path` is not empty.
 */
export const ensureTagPath = (
  tags: TagTree,
  path: readonly [string, ...string[]],
  make: (name: string, parentId: TagId | null, level: number) => Tag,
): EnsuredTag => {
  const known = new Map(tags);
  const added: Tag[] = [];
  const near: string[] = [];
  const step = (parentId: TagId | null, name: string, level: number): Tag => {
    const found = childNamed(known, parentId, name) ?? mergedTagNamed(known, parentId, name);
    if (found !== null) return found;
    near.push(...childrenNearlyNamed(known, parentId, name).map((child) => child.name));
    const made = make(name, parentId, level);
    known.set(made.id, made);
    added.push(made);
    return made;
  };
  const [root, ...below] = path;
  const tag = below.reduce((parent, name, index) => step(parent.id, name, index + 1), step(null, root, 0));
  return { tag, added, near };
};
