/**
 * Rows of a table are lines that wide gaps part in the same places. Where the parts are as long as lines of text and
 * many, they are no cells: two columns were drawn line by line.
 */
import { cellText, type LineCell, type PrintedLine } from '../layout/printed-text.ts';
import type { TableBlock } from './block.ts';

const MIN_ROWS = 3;
/** From one row to the next, in heights of letters. */
const MAX_STEP = 3.2;
/** Parts that are longer on the average stand in columns of text. */
const MAX_CELL_LETTERS = 34;
/** Rows with so many cells are a table already in pairs. */
const MANY_CELLS = 3;

type Span = { left: number; right: number };

/** Columns as the spans that cells of all rows cover together. */
const columnsOf = (lines: readonly PrintedLine[]): readonly Span[] => {
  const spans = lines
    .flatMap(({ cells }) => cells)
    .map(({ left, right }) => ({ left, right }))
    .sort((a, b) => a.left - b.left);
  const columns: Span[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last !== undefined && span.left < last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
};

const isIn = ({ left, right }: LineCell, column: Span): boolean =>
  left >= column.left - 0.01 && right <= column.right + 0.01;

const toRow = (line: PrintedLine, columns: readonly Span[]): TableBlock['rows'][number] => ({
  line,
  cells: columns.map((column) => {
    const at = line.cells.findIndex((cell) => isIn(cell, column));
    return at === -1 ? null : at;
  }),
});

const fits = (lines: readonly PrintedLine[], columns: readonly Span[]): boolean =>
  columns.length >= 2 &&
  lines.every(({ cells }) =>
    columns.every((column) => cells.filter((cell) => isIn(cell, column)).length <= 1),
  );

const follows = (before: PrintedLine, line: PrintedLine): boolean => {
  const step = (line.baseline - before.baseline) / Math.max(line.size, before.size);
  return line.page === before.page && step > 0.4 && step < MAX_STEP;
};

/** The lines from `from` on that may be rows of one table. */
const rowsFrom = (lines: readonly PrintedLine[], from: number): readonly PrintedLine[] => {
  let end = from;
  while (end < lines.length) {
    const [line, before] = [lines[end], lines[end - 1]];
    if (line === undefined || line.cells.length < 2 || line.isTurned) break;
    if (end > from && before !== undefined && !follows(before, line)) break;
    end += 1;
  }
  return lines.slice(from, end);
};

const meanCell = (rows: readonly PrintedLine[]): number => {
  const cells = rows.flatMap((row) => row.cells);
  return cells.reduce((sum, cell) => sum + cellText(cell).length, 0) / Math.max(1, cells.length);
};

/** What begins at a line: a table, columns drawn line by line, or neither. */
export type Gridded =
  | { readonly kind: 'table'; readonly count: number; readonly table: TableBlock }
  | { readonly kind: 'columns'; readonly count: number; readonly lines: readonly PrintedLine[] };

/** The parts of each column as lines of their own, one column after the other. */
const cutColumns = (rows: readonly PrintedLine[], columns: readonly Span[]): readonly PrintedLine[] =>
  columns.flatMap((column) =>
    rows.flatMap((line) =>
      line.cells
        .filter((cell) => isIn(cell, column))
        .map((cell) => ({ ...line, cells: [cell], left: cell.left, right: cell.right })),
    ),
  );

/** Looks for a table that begins at `lines[from]`. */
export const gridAt = (lines: readonly PrintedLine[], from: number): Gridded | null => {
  const rows = rowsFrom(lines, from);
  const isTabular =
    rows.length >= MIN_ROWS || (rows.length === 2 && rows.every(({ cells }) => cells.length >= MANY_CELLS));
  if (!isTabular) return null;
  const columns = columnsOf(rows);
  if (!fits(rows, columns)) return null;
  if (meanCell(rows) > MAX_CELL_LETTERS) {
    return { kind: 'columns', count: rows.length, lines: cutColumns(rows, columns) };
  }
  const table: TableBlock = { role: 'table', rows: rows.map((line) => toRow(line, columns)) };
  return { kind: 'table', count: rows.length, table };
};
