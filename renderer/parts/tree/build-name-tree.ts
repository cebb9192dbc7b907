import type { NameNode } from '#renderer/parts/tree/names/tree-lines.ts';

type NamedRow = { readonly id: string; readonly name: string; readonly parentId: string | null };

const { compare } = new Intl.Collator('en');

/**
 * Rows as a tree, sorted by name. A row whose parent is not among the rows is at the top, so that a filter never hides
 * a match.
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

/** The rows of a tree of names, also by id. */
export type NameBook<Row extends { readonly id: string }> = {
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<Row['id'], Row>;
  readonly isLoaded: boolean;
};

export const toNameBook = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  isLoaded: boolean,
): NameBook<Row> => ({ rows, byId: new Map(rows.map((row) => [row.id, row])), isLoaded });

type Placed<Id> = { readonly parentId: Id | null };

/** Whether `id` is `above` or one of its descendants. */
export const isBelow = <Id extends string>(rows: ReadonlyMap<Id, Placed<Id>>, id: Id, above: Id): boolean => {
  if (id === above) return true;
  const parentId = rows.get(id)?.parentId ?? null;
  return parentId !== null && isBelow(rows, parentId, above);
};

/**
 * What `make` makes of rows and unsaved inputs, made once for all that ask with the same: a window has dozens of
 * components that know the names, and ten thousand of them are not gone through by each.
 */
export const makeOnce = <Row, Unsaved, Made>(
  make: (rows: readonly Row[] | undefined, unsaved: readonly Unsaved[]) => Made,
): typeof make => {
  let last: { rows: readonly Row[] | undefined; unsaved: readonly Unsaved[]; made: Made } | null = null;
  return (rows, unsaved) => {
    const isLast =
      last !== null &&
      last.rows === rows &&
      last.unsaved.length === unsaved.length &&
      last.unsaved.every((each, at) => each === unsaved[at]);
    if (last === null || !isLast) last = { rows, unsaved, made: make(rows, unsaved) };
    return last.made;
  };
};
