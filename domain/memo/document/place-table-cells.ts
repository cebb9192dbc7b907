/**
 * Lays the cells of a table on a grid, as a browser does: each cell takes the first free place of its row. Spans
 * are cut at the last row, and places that no cell covers are filled, so that every writer gets a whole rectangle.
 */
import type { CellAlign, MemoTable } from '../memo-content.ts';

type Cell = MemoTable['content'][number]['content'][number];

export type PlacedCell = {
  readonly column: number;
  readonly row: number;
  readonly colspan: number;
  readonly rowspan: number;
  /** Null for a place that was filled. */
  readonly cell: Cell | null;
};

export type TableGrid = {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly PlacedCell[];
};

const place = (column: number, row: number): string => `${column}:${row}`;

const cover = (taken: Set<string>, { column, row, colspan, rowspan }: PlacedCell): void => {
  for (let y = row; y < row + rowspan; y += 1) {
    for (let x = column; x < column + colspan; x += 1) taken.add(place(x, y));
  }
};

const freeWidth = (taken: ReadonlySet<string>, column: number, row: number, wanted: number): number => {
  let width = 1;
  while (width < wanted && !taken.has(place(column + width, row))) width += 1;
  return width;
};

const placeRow = (cells: readonly Cell[], row: number, rows: number, taken: Set<string>) =>
  cells.map((cell): PlacedCell => {
    let column = 0;
    while (taken.has(place(column, row))) column += 1;
    const placed = {
      column,
      row,
      colspan: freeWidth(taken, column, row, cell.attrs.colspan),
      rowspan: Math.min(cell.attrs.rowspan, rows - row),
      cell,
    };
    cover(taken, placed);
    return placed;
  });

/** The table as a whole rectangle of cells, in reading order. */
export const placeTableCells = ({ content }: MemoTable): TableGrid => {
  const taken = new Set<string>();
  const rows = content.length;
  const placed = content.flatMap((row, index) => placeRow(row.content, index, rows, taken));
  const columns = Math.max(...placed.map(({ column, colspan }) => column + colspan));
  const filled = Array.from({ length: rows * columns }, (_, at): PlacedCell => {
    return { column: at % columns, row: Math.floor(at / columns), colspan: 1, rowspan: 1, cell: null };
  }).filter(({ column, row }) => !taken.has(place(column, row)));
  const cells = [...placed, ...filled].sort((a, b) => a.row - b.row || a.column - b.column);
  return { columns, rows, cells };
};

/** "12", "−3.5 %", "€ 1 200", "3–4 km": a number, alone or with its unit. */
const FIGURE = /^[\p{Sc}+\-−–<>≤≥~≈±(]*\s*\d[\d\s.,:'’/×–-]*\s*(?:%|‰|°C|\p{Sc}|\p{L}{1,3})?\)?$/u;
/** Placeholders for a figure that is not known. */
const NO_FIGURE = /^(?:|[-–—.…]|n\/?a)$/iu;

const wordsOf = ({ cell }: PlacedCell): string =>
  (cell?.content ?? [])
    .flatMap((block) => (block.type === 'paragraph' ? (block.content ?? []) : []))
    .map((node) => (node.type === 'text' ? node.text : ''))
    .join('')
    .trim();

const isOfFigures = ({ cells }: TableGrid, column: number): boolean => {
  const words = cells
    .filter((placed) => placed.column === column && placed.colspan === 1)
    .filter(({ cell }) => cell !== null && cell.type === 'tableCell')
    .map(wordsOf);
  return (
    words.some((text) => FIGURE.test(text)) &&
    words.every((text) => FIGURE.test(text) || NO_FIGURE.test(text))
  );
};

/**
 * The alignment of each cell, in the order of `cells`: as set, otherwise at the end in a column in which all cells
 * except headers are figures, otherwise at the beginning.
 */
export const alignCells = (grid: TableGrid): readonly CellAlign[] => {
  // The first column names what the row is about, even if that is a year.
  const figures = Array.from(
    { length: grid.columns },
    (_, column) => column > 0 && isOfFigures(grid, column),
  );
  return grid.cells.map(({ cell, column, colspan }) => {
    const usual = colspan === 1 && figures[column] === true ? 'end' : 'start';
    return cell?.attrs.align ?? usual;
  });
};
