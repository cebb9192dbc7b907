/** What the lines of a table that is laid over a tree make of its records. */

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
 * One row for each record, so that rows are counted as records are. What further lines say of a record, under its name,
 * an alias or the name of one that was merged into it, is added to its first row; `join` joins what else a row says.
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
