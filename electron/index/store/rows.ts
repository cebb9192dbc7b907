/** The numbers of documents, and how they cross from SQLite. */
import type { SqlRow } from './open-database.ts';

/** The upper bits of a document's number are its kind; the rest increases with each document. */
const KIND_BITS = 27;
const KIND_SIZE = 1 << KIND_BITS;

export const kindOfRow = (row: number): number => row >>> KIND_BITS;
export const numberOfRow = (row: number): number => row & (KIND_SIZE - 1);
export const rowOf = (kind: number, number: number): number => kind * KIND_SIZE + number;

/** Rows as printed by SQLite, separated by commas, so that a hundred thousand of them are passed at once. */
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
