import type { TagId } from '../ids.ts';
import { branchOf, indexTree, namePath, resolveRecord, type Tree } from '../tree/record-tree.ts';
import type { Tag } from './tag.ts';

/** The codebook: every tag by its id, tombstones and redirects included. */
export type TagTree = Tree<Tag>;

/** The codebook of `tags`. */
export const indexTags = (tags: readonly Tag[]): TagTree => indexTree(tags);

/** The tag that `id` stands for today: redirects of merges followed, null where it was deleted or never was. */
export const resolveTag = (tags: TagTree, id: TagId): Tag | null => resolveRecord(tags, id);

/** What a record's tag ids stand for today: live tags, each once, in the order in which they were given. */
export const resolveTags = (tags: TagTree, ids: readonly TagId[]): readonly Tag[] => [
  ...new Set(ids.flatMap((id) => resolveTag(tags, id) ?? [])),
];

/** The names from the root down to the tag, e.g. ["China", "dual use"]; empty where it is gone. */
export const tagPath = (tags: TagTree, id: TagId): readonly string[] => namePath(tags, id);

/** The tags under which something tagged with `ids` is counted: those tags and all above them, each once. */
export const tagsAbove = (tags: TagTree, ids: readonly TagId[]): ReadonlySet<Tag> =>
  new Set(ids.flatMap((id) => branchOf(tags, id)));
