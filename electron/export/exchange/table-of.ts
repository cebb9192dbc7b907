import { printCsv } from '#domain/text/print-csv.ts';

type Cell = string | number | null;

/** The columns of a table by their names, each with what it says of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A table with the names of its columns as its head, see printCsv. */
export const tableOf = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  printCsv([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((of) => of(row)))]);
