import type { TagId } from '#domain/ids.ts';
import type { CodebookEntry } from '#domain/tag/codebook-entry.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { groupOf, resolveTags } from '#domain/tag/tag-tree.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { childNamed, indexTree, namePath, resolveRecord, type Tree } from '#domain/tree/record-tree.ts';

/** Common names for the tags of two codebooks: paths of my tags, and of theirs if I have no counterpart. */
export type CoderTags = {
  readonly mine: (ids: readonly TagId[]) => readonly string[];
  readonly theirs: (ids: readonly TagId[]) => readonly string[];
  /** The codebook entry of each of their tags, by the name that `theirs` gives it. */
  readonly entries: ReadonlyMap<string, CodebookEntry>;
};

const pathIn = (tree: Tree<Tag>, id: TagId): string => printNamePath(namePath(tree, id), '/');

/** My tag that corresponds to theirs, level by level by name or alias; null if there is none. */
const counterpart = (
  mine: Tree<Tag>,
  [name, ...below]: readonly string[],
  parentId: TagId | null = null,
): Tag | null => {
  const found = name === undefined ? null : childNamed(mine, parentId, name);
  return found === null || below.length === 0 ? found : counterpart(mine, below, found.id);
};

const remember = (nameOf: (tag: Tag) => string): ((tag: Tag) => string) => {
  const names = new Map<Tag, string>();
  return (tag) => {
    const name = names.get(tag) ?? nameOf(tag);
    names.set(tag, name);
    return name;
  };
};

export const matchTags = (myTags: readonly Tag[], theirTags: readonly Tag[]): CoderTags => {
  const [mine, theirs] = [indexTree(myTags), indexTree(theirTags)];
  const myName = remember(({ id }) => pathIn(mine, id));
  const theirName = remember(({ id }) => {
    const tag = counterpart(mine, namePath(theirs, id));
    return tag === null ? pathIn(theirs, id) : myName(tag);
  });
  const namesIn = (tree: Tree<Tag>, nameOf: (tag: Tag) => string) => (ids: readonly TagId[]) => [
    ...new Set(resolveTags(tree, ids).map(nameOf)),
  ];
  const live = theirTags.filter(({ id }) => resolveRecord(theirs, id)?.id === id);
  const entryOf = (tag: Tag): [string, CodebookEntry] => [
    theirName(tag),
    {
      path: theirName(tag),
      definition: tag.definition,
      aliases: [...tag.aliases],
      group: groupOf(theirs, tag.id),
    },
  ];
  return {
    mine: namesIn(mine, myName),
    theirs: namesIn(theirs, theirName),
    entries: new Map(live.map(entryOf)),
  };
};
