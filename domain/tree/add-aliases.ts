import { isSameName } from './compare-names.ts';
import { childNamed, type Tree, type TreeRecord } from './record-tree.ts';

/** The aliases of `record` with those that are new; `taken` are the names of other records beside it, which stay out. */
export const addAliases = <T extends TreeRecord>(
  tree: Tree<T>,
  record: T,
  aliases: readonly string[],
): { readonly aliases: string[]; readonly taken: readonly string[] } => {
  const others = new Map([...tree].filter(([id]) => id !== record.id));
  const all = [...record.aliases];
  const taken: string[] = [];
  for (const alias of aliases) {
    if ([record.name, ...all].some((name) => isSameName(name, alias))) continue;
    if (childNamed(others, record.parentId, alias) === null) all.push(alias);
    else taken.push(alias);
  }
  return { aliases: all, taken };
};
