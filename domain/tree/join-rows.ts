/** How the lines of an imported table are matched with the records of a tree. */

type SaidRow<Part> = {
  readonly becomes: string;
  readonly takes: readonly Part[];
  readonly keeps: readonly Part[];
};

/** A row, and the record that it is of; null of none. */
export type LaidRow<Row> = { readonly id: string | null; readonly row: Row };

const union = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])];

/** Two lines of one record as one row: new where either makes it, filled where either fills it. */
const joinSaid = <Part, Row extends SaidRow<Part>>(row: Row, more: Row) => {
  const isNew = row.becomes === 'new' || more.becomes === 'new';
  const takes = isNew ? [] : union(row.takes, more.takes);
  const becomes = isNew ? 'new' : takes.length > 0 ? 'changed' : 'same';
  return { becomes, takes, keeps: union(row.keeps, more.keeps) } as const;
};

/**
 * One row for each record, so that rows are counted as records are. Data from further lines on a record, under its
 * name, an alias or the name of one that was merged into it, is added to its first row; `join` joins the rest of
 * two rows.
 */
export const joinRows = <Part, Row extends SaidRow<Part>>(
  laid: readonly LaidRow<Row>[],
  join: (row: Row, more: Row) => Partial<Row> = () => ({}),
): readonly Row[] => {
  const rows = new Map<string | symbol, Row>();
  for (const { id, row } of laid) {
    const key = id ?? Symbol();
    const before = rows.get(key);
    rows.set(key, before === undefined ? row : { ...before, ...joinSaid(before, row), ...join(before, row) });
  }
  return [...rows.values()];
};
