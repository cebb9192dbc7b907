import { FORM_FONT } from '#renderer/pdf/form/place-values.ts';
import type { LinesBlock, PrintedBlock, TableBlock } from './block.ts';
import {
  cellText,
  type LineCell,
  lineText,
  type Measures,
  type PrintedLine,
  type PrintedPage,
} from './printed-text.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** Relative to the running text. */
const LARGE = 1.12;
const MUCH_LARGER = 1.3;
const SMALL = 0.93;
const MAX_HEADING_LETTERS = 220;
const MAX_PLAIN_HEADING_LETTERS = 110;
const CAPTION = /^(?:table|figure|fig\.|box|chart|map|source|note|tabelle|abbildung|tableau)\b/iu;
/** The middle of a sentence, or an address. */
const NO_HEADING = /[-\u2010]$|@|^\p{Ll}/u;
const NOTE_SIGN = /^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])(?=[\s.)]|\p{L})/u;

const textOf = (block: LinesBlock): string => block.lines.map(lineText).join(' ');

const ENDS_IN_NUMBER = /(?:^|\s)[\d.,]+\s?%?$/u;

/** Rows of a table with columns too close to distinguish, each with a number at its end. */
const areRows = ({ lines }: LinesBlock): boolean =>
  lines.filter((line) => ENDS_IN_NUMBER.test(lineText(line))).length >= 2;

const isHeading = (block: LinesBlock, measures: Measures): boolean => {
  const [line] = block.lines;
  const text = textOf(block);
  if (line === undefined || block.role !== 'text' || !/\p{L}/u.test(text) || CAPTION.test(text)) return false;
  if (block.lines.some(({ font }) => font === FORM_FONT)) return false;
  if (text.length > MAX_HEADING_LETTERS || block.lines.length > 4 || areRows(block)) return false;
  const isMuchLarger = line.size >= MUCH_LARGER * measures.size;
  if (NO_HEADING.test(text) || (/[.,;]$/u.test(text) && !isMuchLarger)) return false;
  if (line.size >= LARGE * measures.size) return true;
  const isOtherFont = block.lines.every(({ font }) => font !== measures.font);
  return (
    isOtherFont &&
    line.size > SMALL * measures.size &&
    block.lines.length <= 2 &&
    text.length <= MAX_PLAIN_HEADING_LETTERS
  );
};

/** Notes are in smaller type below all text of their column, and the first begins with a sign. */
const isSmall = (block: LinesBlock, measures: Measures): boolean =>
  (block.lines[0]?.size ?? 0) < SMALL * measures.size;

const beginsWithSign = ({ lines }: LinesBlock): boolean => {
  const [line] = lines;
  const [run] = line?.cells[0]?.runs ?? [];
  return line !== undefined && (run?.raised === 'superscript' || NOTE_SIGN.test(lineText(line)));
};

const hasTextBelow = (blocks: readonly PrintedBlock[], note: LinesBlock, measures: Measures): boolean =>
  blocks.some((other) => {
    if (other === note || other.role === 'table' || isSmall(other, measures)) return false;
    const [first, last] = [note.lines[0], other.lines.at(-1)];
    return (
      first !== undefined &&
      last !== undefined &&
      last.baseline > first.baseline &&
      Math.min(other.right, note.right) > Math.max(other.left, note.left)
    );
  });

/** Marks headings and footnotes. */
const giveRoles = (
  blocks: readonly PrintedBlock[],
  { height }: PrintedPage,
  measures: Measures,
): readonly PrintedBlock[] => {
  let isInNotes = false;
  return blocks.map((block): PrintedBlock => {
    if (block.role === 'table') return block;
    const isLow = (block.lines[0]?.top ?? 0) > 0.4 * height;
    const mayBeNote = isSmall(block, measures) && isLow && !hasTextBelow(blocks, block, measures);
    isInNotes = mayBeNote && (isInNotes || beginsWithSign(block));
    if (isInNotes) return { ...block, role: 'note' };
    return isHeading(block, measures) ? { ...block, role: 'heading' } : block;
  });
};

/** Rotated text and furniture as separate blocks of one line. */
const asideOf = (line: PrintedLine): LinesBlock => ({
  role: 'aside',
  lines: [line],
  ended: new Set(),
  left: line.left,
  right: line.right,
});

/**
 * Table rows are lines with wide gaps in the same places. Many parts as long as text lines are not cells: two columns
 * were drawn line by line.
 */

const MIN_ROWS = 3;
/** From one row to the next, in letter heights. */
const MAX_STEP = 3.2;
/** Parts longer than this on average are columns of text. */
const MAX_CELL_LETTERS = 34;
/** Rows with this many cells are a table even if there are only two. */
const MANY_CELLS = 3;

type Span = { left: number; right: number };

/** Columns as the spans that the cells of all rows cover together. */
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
type Gridded =
  | { readonly kind: 'table'; readonly count: number; readonly table: TableBlock }
  | { readonly kind: 'columns'; readonly count: number; readonly lines: readonly PrintedLine[] };

/** The parts of each column as separate lines, one column after the other. */
const cutColumns = (rows: readonly PrintedLine[], columns: readonly Span[]): readonly PrintedLine[] =>
  columns.flatMap((column) =>
    rows.flatMap((line) =>
      line.cells
        .filter((cell) => isIn(cell, column))
        .map((cell) => ({ ...line, cells: [cell], left: cell.left, right: cell.right })),
    ),
  );

/** Column names above one row that ends with a number: a table with only two lines. */
const isHeadAndRow = (rows: readonly PrintedLine[]): boolean => {
  const [head, row] = rows.map(({ cells }) => cells.map(cellText));
  return (
    rows.length === 2 &&
    head?.length === row?.length &&
    head?.some((name) => /\d/u.test(name)) === false &&
    ENDS_IN_NUMBER.test(row?.at(-1) ?? '')
  );
};

/** Looks for a table that begins at `lines[from]`. */
const gridAt = (lines: readonly PrintedLine[], from: number): Gridded | null => {
  const rows = rowsFrom(lines, from);
  const isTabular =
    rows.length >= MIN_ROWS ||
    isHeadAndRow(rows) ||
    (rows.length === 2 && rows.every(({ cells }) => cells.length >= MANY_CELLS));
  if (!isTabular) return null;
  const columns = columnsOf(rows);
  if (!fits(rows, columns)) return null;
  if (meanCell(rows) > MAX_CELL_LETTERS) {
    return { kind: 'columns', count: rows.length, lines: cutColumns(rows, columns) };
  }
  const table: TableBlock = { role: 'table', rows: rows.map((line) => toRow(line, columns)) };
  return { kind: 'table', count: rows.length, table };
};

/** The blocks of a page: its text in file order, then its notes, then what is left out. */
export const blocksOfPage = (
  page: PrintedPage,
  lines: readonly PrintedLine[],
  furniture: ReadonlySet<PrintedLine>,
  measures: Measures,
): readonly PrintedBlock[] => {
  const isAside = (line: PrintedLine): boolean => line.isTurned || furniture.has(line);
  const inText = lines.filter((line) => !isAside(line));
  const blocks: PrintedBlock[] = [];
  let plain: PrintedLine[] = [];
  const endPlain = (): void => {
    blocks.push(...splitParagraphs(plain, measures));
    plain = [];
  };
  for (let at = 0; at < inText.length; ) {
    const grid = gridAt(inText, at);
    if (grid?.kind === 'table') {
      endPlain();
      blocks.push(grid.table);
    } else plain.push(...(grid?.lines ?? inText.slice(at, at + 1)));
    at += grid?.count ?? 1;
  }
  endPlain();
  const withRoles = giveRoles(blocks, page, measures);
  return [
    ...withRoles.filter(({ role }) => role !== 'note'),
    ...withRoles.filter(({ role }) => role === 'note'),
    ...lines.filter(isAside).map(asideOf),
  ];
};
