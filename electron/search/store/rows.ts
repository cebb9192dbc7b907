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
export const printedRows = (found: SqlRow | undefined): PrintedRows =>
  found?.rows instanceof Uint8Array ? found.rows : noRows;

/** Rows from the first to the last of them. */
export type RowRange = { readonly first: number; readonly last: number };
