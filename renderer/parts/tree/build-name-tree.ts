import type { ReactNode } from 'react';
import type { NameNode } from '#renderer/ui/collections/NameTree.tsx';

type NamedRow = { readonly id: string; readonly name: string; readonly parentId: string | null };

/**
 * Rows as a tree, names in order. A row whose parent is not among the rows stands at the top, so that a filter
 * never hides what it found.
 */
export const buildNameTree = <Row extends NamedRow>(
  rows: readonly Row[],
  sideOf: (row: Row) => ReactNode,
): readonly NameNode[] => {
  const known = new Set(rows.map(({ id }) => id));
  const byParent = new Map<string | null, Row[]>();
  for (const row of rows) {
    const parentId = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    const siblings = byParent.get(parentId);
    if (siblings === undefined) byParent.set(parentId, [row]);
    else siblings.push(row);
  }
  const below = (parentId: string | null): readonly NameNode[] =>
    (byParent.get(parentId) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map((row) => ({ id: row.id, name: row.name, side: sideOf(row), children: below(row.id) }));
  return below(null);
};
