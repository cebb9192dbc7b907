/**
 * The cells of a sheet that hold something, as a table. Rows and columns without a word are none, so that one cell in the
 * last corner is one cell.
 */
import { escapeHtml } from '#domain/text/escape-html.ts';

export type SheetTable = {
  /** As HTML; empty where no cell that is shown holds anything. */
  readonly markup: string;
  /** Rows that hold something, and how many of them are in it. */
  readonly rows: number;
  readonly rowsRead: number;
  /** Columns that hold something in those rows, and how many of them are in it. */
  readonly columns: number;
  readonly columnsRead: number;
  /** Words of hidden rows and columns, which are not in it. */
  readonly hiddenWords: number;
};

/** More than anybody reads as text, and than a body holds well. */
export const MAX_ROWS = 2000;
const MAX_COLUMNS = 100;
/** A page of more elements is refused, and a cell may hold several. */
const MAX_CELLS = 100_000;

/** The text of each cell that holds something, by the number of its column. */
export type Row = ReadonlyMap<number, string>;

export type Rows = {
  readonly rows: readonly Row[];
  /** How many there are, where not all of them stand in `rows`. */
  readonly count?: number;
  readonly hiddenWords: number;
};

export const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const rowMarkup = (row: Row, columns: readonly number[]): string =>
  `<tr>${columns.map((column) => `<td>${escapeHtml(row.get(column) ?? '').replaceAll('\n', '<br>')}</td>`).join('')}</tr>`;

const columnsOf = (rows: readonly Row[]): readonly number[] =>
  [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => a - b);

/** The table of a sheet, of its first `maxRows` rows and first columns where there are more than are read. */
export const tableOfRows = ({ rows, count, hiddenWords }: Rows, maxRows: number): SheetTable => {
  const first = rows.slice(0, maxRows);
  const used = columnsOf(first);
  const columns = used.slice(0, MAX_COLUMNS);
  const read = first.slice(0, Math.floor(MAX_CELLS / Math.max(1, columns.length)));
  return {
    markup: read.length === 0 ? '' : `<table>${read.map((row) => rowMarkup(row, columns)).join('')}</table>`,
    rows: count ?? rows.length,
    rowsRead: read.length,
    columns: used.length,
    columnsRead: columns.length,
    hiddenWords,
  };
};
