/** Sheets of any program as one article: each with its name, as a table. */
import type { FoundMetadata } from '#domain/article/article.ts';
import type { BlockNode } from '#domain/article/body/body.ts';
import { foundRemarks } from '#domain/article/draft/import-remarks.ts';
import type { ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { escapeHtml } from '#domain/text/escape-html.ts';
import { articleFromMarkup } from './article-from-markup.ts';

/**
 * The non-empty cells of a sheet as a table. Empty rows and columns are dropped, so that a single cell in the far
 * corner is one cell.
 */

export type SheetTable = {
  /** As HTML; empty if no visible cell has content. */
  readonly markup: string;
  /** Non-empty rows, and how many of them are included. */
  readonly rows: number;
  readonly rowsRead: number;
  /** Non-empty columns in those rows, and how many of them are included. */
  readonly columns: number;
  readonly columnsRead: number;
  /** Words in hidden rows and columns, which are not included. */
  readonly hiddenWords: number;
};

/** More than anybody reads as text, and than a body can hold well. */
export const MAX_ROWS = 2000;
export const MAX_COLUMNS = 100;
/** A page with more elements is refused, and a cell may contain several. */
const MAX_CELLS = 100_000;

/** The text of each non-empty cell, by column number. */
export type Row = ReadonlyMap<number, string>;

export type Rows = {
  readonly rows: readonly Row[];
  /** The total number, if `rows` does not have all of them. */
  readonly count?: number;
  readonly hiddenWords: number;
};

export const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length;

const rowMarkup = (row: Row, columns: readonly number[]): string =>
  `<tr>${columns.map((column) => `<td>${escapeHtml(row.get(column) ?? '').replaceAll('\n', '<br>')}</td>`).join('')}</tr>`;

const columnsOf = (rows: readonly Row[]): readonly number[] =>
  [...new Set(rows.flatMap((row) => [...row.keys()]))].sort((a, b) => a - b);

/** The table of a sheet, limited to its first `maxRows` rows and first columns. */
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

export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Null for one that can't be read. */
  readonly table: SheetTable | null;
  /** The text of its text boxes, as HTML. */
  readonly boxes: string;
};

/** The name of the sheet, its table and its text boxes below it; nothing for an empty sheet. */
const blocksOf = ({ name, table, boxes }: Sheet): readonly BlockNode[] => {
  const words = (table?.markup ?? '') + boxes;
  if (words === '') return [];
  const heading = name.trim() === '' ? '' : `<h2>${escapeHtml(name)}</h2>`;
  return articleFromMarkup(heading + words, {})?.body.content ?? [];
};

const sumOf = (sheets: readonly Sheet[], of: (table: SheetTable) => number): number =>
  sheets.reduce((sum, { table }) => sum + (table === null ? 0 : of(table)), 0);

/** The content of a workbook outside of cells. */
export type BesideCells = {
  readonly comments: number;
  /** Charts and pictures, which are not read. */
  readonly unread: number;
};

/** The article of all `sheets`, in the order of their tabs; null if all are empty. */
export const articleOfSheets = (
  sheets: readonly Sheet[],
  found: FoundMetadata,
  { comments, unread }: BesideCells,
): ParsedArticle | null => {
  const all = sheets.flatMap((sheet) =>
    blocksOf(sheet).map((block) => ({ block, isHidden: sheet.isHidden })),
  );
  if (all.length === 0) return null;
  const leftOut = all.flatMap(({ isHidden }, at) => (isHidden ? [at] : []));
  return {
    body: { type: 'doc', content: all.map(({ block }) => block) },
    leftOut: leftOut.length === all.length ? [] : leftOut,
    found,
    remarks: foundRemarks([
      { kind: 'hidden-parts', what: 'sheet', count: sheets.filter(({ isHidden }) => isHidden).length },
      { kind: 'hidden-words', count: sumOf(sheets, (table) => table.hiddenWords) },
      { kind: 'comments', count: comments },
      {
        kind: 'cut-short',
        what: 'rows',
        read: sumOf(sheets, (table) => table.rowsRead),
        of: sumOf(sheets, (table) => table.rows),
      },
      {
        kind: 'cut-short',
        what: 'columns',
        read: sumOf(sheets, (table) => table.columnsRead),
        of: sumOf(sheets, (table) => table.columns),
      },
      { kind: 'parts-unreadable', count: unread + sheets.filter(({ table }) => table === null).length },
    ]),
  };
};
