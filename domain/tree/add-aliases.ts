import type { ChildIndex } from './child-index.ts';
import { exactName } from './compare-names.ts';
import { resolveRecord, type TreeRecord } from './record-tree.ts';

/** The aliases of a record with those that are new; `taken` are the names of other records beside it, which stay out. */
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
