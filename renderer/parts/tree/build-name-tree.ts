import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';

type NamedRow = { readonly id: string; readonly name: string; readonly parentId: string | null };

const { compare } = new Intl.Collator('en');

/**
 * Rows as a tree, names in order. A row whose parent is not among the rows stands at the top, so that a filter
 * never hides what it found.
 */
export const buildNameTree = (rows: readonly NamedRow[]): readonly NameNode[] => {
  const known = new Set(rows.map(({ id }) => id));
  const byParent = new Map<string | null, NamedRow[]>();
  for (const row of rows) {
    const parentId = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    const siblings = byParent.get(parentId);
    if (siblings === undefined) byParent.set(parentId, [row]);
    else siblings.push(row);
  }
  const below = (parentId: string | null): readonly NameNode[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => compare(a.name, b.name))
      .map(({ id, name }) => ({ id, name, children: below(id) }));
  return below(null);
};
