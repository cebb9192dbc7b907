/** The numbers of documents, and how they cross from SQLite. */
import type { SqlRow } from './open-database.ts';

/** The number of a document says its kind by its upper bits, and grows as documents come in. */
const KIND_BITS = 27;
const KIND_SIZE = 1 << KIND_BITS;

export const kindOfRow = (row: number): number => row >>> KIND_BITS;
export const numberOfRow = (row: number): number => row & (KIND_SIZE - 1);
export const rowOf = (kind: number, number: number): number => kind * KIND_SIZE + number;

/** Rows as SQLite prints them, parted by commas: a hundred thousand of them cross at once. */
export type PrintedRows = Uint8Array;
const noRows: PrintedRows = new Uint8Array();
const comma = Buffer.from(',');
export const printedRows = (found: SqlRow | undefined): PrintedRows =>
  found?.rows instanceof Uint8Array ? found.rows : noRows;

/** All of several lists, one after the other. */
export const joinRows = (lists: readonly PrintedRows[]): PrintedRows => {
  const filled = lists.filter(({ length }) => length > 0);
  const [first = noRows] = filled;
  if (filled.length < 2) return first;
  return Buffer.concat(filled.flatMap((list, at) => (at === 0 ? [list] : [comma, list])));
};

/** Rows from the first to the last of them. */
export type RowRange = { readonly first: number; readonly last: number };
