import type { TagId } from '../ids.ts';
import { branchOf, resolveRecord, type Tree } from '../tree/record-tree.ts';
import type { Tag } from './tag.ts';

/** The codebook: every tag by its id, tombstones and redirects included. */
export type TagTree = Tree<Tag>;

/** What a record's tag ids stand for today: live tags, each once, in the order in which they were given. */
export const resolveTags = (tags: TagTree, ids: readonly TagId[]): readonly Tag[] => [
  ...new Set(ids.flatMap((id) => resolveRecord(tags, id) ?? [])),
];

/** The group of a tag: its own, or that of the nearest tag above it that has one. */
export const groupOf = (tags: TagTree, id: TagId): string | null =>
  branchOf(tags, id).findLast(({ group }) => group !== null)?.group ?? null;

/** The tags under which something tagged with `ids` is counted: those tags and all above them, each once. */
export const tagsAbove = (tags: TagTree, ids: readonly TagId[]): ReadonlySet<Tag> =>
  new Set(ids.flatMap((id) => branchOf(tags, id)));
