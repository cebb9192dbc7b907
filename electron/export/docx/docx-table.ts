import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  InsertedTextRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { LaidTable } from '#domain/memo/document/lay-apparatus.ts';
import { tableRows } from '#domain/memo/document/lay-document.ts';
import type { DocumentBlock, PrintedTable, TableBlock, TableWords } from '#domain/memo/memo-document.ts';
import type { MarkedRun } from '#domain/text/sequences/compare-words.ts';
import { decimalPads, layTable, textOfCell } from '../lay-table.ts';
import { saidPieces, type Voice } from '../writing.ts';
import { colours, pt } from './docx-look.ts';
import { saidRuns } from './docx-runs.ts';
import { styleIds } from './docx-styles.ts';

type Cell = TableBlock['cells'][number];
type PrintCell = (cell: Cell) => readonly (Paragraph | Table)[];

const line = (color: string, size: number) => ({ style: BorderStyle.SINGLE, size, color });
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const borders = {
  top: line(colours.soft, 8),
  bottom: line(colours.faint, 4),
  left: none,
  right: none,
  insideHorizontal: line(colours.faint, 4),
  insideVertical: none,
};

/**
 * The width of a cell's text in units of the font size: digits, signs and spaces are counted as one width, other
 * letters as another, for the usual fonts.
 */
const widthIn = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/\p{Nd}/u.test(letter) ? 0.53 : /[\s.,\u066B\u066C]/u.test(letter) ? 0.24 : 0.6),
    0,
  );
const CELL_POINTS = 10;

/**
 * Aligns the figures of a table by their decimal signs: right-aligned in their column, each indented by the width of
 * the letters that longer figures have. Nothing is added to the text. Digits run to the right in every script, so in a
 * right-to-left memo the right is the beginning of a line.
 */
export const figureLooks = (
  table: TableBlock,
  isMirrored = false,
): ((cell: Cell) => Pick<IParagraphOptions, 'alignment' | 'indent'>) => {
  const layout = layTable(table);
  const pads = decimalPads(table, layout);
  const [alignment, side] = isMirrored
    ? ([AlignmentType.START, 'left'] as const)
    : ([AlignmentType.END, 'right'] as const);
  return (cell) => {
    const isFigure = cell.colspan === 1 && layout.columns[cell.column]?.isFigures === true;
    if (!isFigure || cell.align === 'centre') return {};
    const set = pt(widthIn(pads.get(cell) ?? '') * CELL_POINTS);
    return { alignment, ...(set === 0 ? {} : { indent: { [side]: set } }) };
  };
};

/** At most this many characters of a cell count: a longer text wraps. */
const LONGEST = 60;
const SHORTEST = 4;

/** In twips: the gap between two columns, and an allowance for a house font wider than the usual ones. */
const CELL_GAP = 110;
const WIDEST_FONT = 1.2;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Widths in twips: for each column its minimum, and more for a column with long cells. */
const columnWidths = (
  lengths: readonly number[],
  width: number,
  needed: readonly number[] = lengths.map(() => width / lengths.length / 6),
): number[] => {
  const wishes = lengths.map((length) => Math.max(SHORTEST, Math.min(length, LONGEST)));
  const all = sumOf(wishes);
  const least = sumOf(needed);
  const [share, spare] = least > width ? [width / least, 0] : [1, width - least];
  return wishes.map((wish, at) => Math.round((needed[at] ?? 0) * share + (spare * wish) / all));
};

const makeTable = (rows: readonly TableRow[], widths: readonly number[], width: number): Table =>
  new Table({
    rows,
    columnWidths: [...widths],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: 0, right: CELL_GAP, top: 20, bottom: 20 },
  });

const lengthOf = (block: DocumentBlock): number =>
  block.kind === 'paragraph'
    ? block.runs.reduce((sum, run) => sum + ('text' in run ? run.text.length : SHORTEST), 0)
    : LONGEST;

const longestIn = ({ cells }: TableBlock, column: number): number =>
  Math.max(
    0,
    ...cells
      .filter((cell) => cell.column === column && cell.colspan === 1)
      .flatMap(({ blocks }) => blocks.map(lengthOf)),
  );

/** The width of what must not be broken in a column: the longest word, or a figure with its indent. In twips. */
const neededIn = (table: TableBlock): readonly number[] => {
  const layout = layTable(table);
  const pads = decimalPads(table, layout);
  const needed = Array.from({ length: table.columns }, () => 0);
  for (const cell of table.cells.filter(({ colspan }) => colspan === 1)) {
    const text = textOfCell(cell);
    const words = layout.columns[cell.column]?.isFigures === true ? [text] : text.split(/\s+/u);
    const letters = Math.max(...words.map(widthIn)) + widthIn(pads.get(cell) ?? '');
    const wide = pt(letters * CELL_POINTS * WIDEST_FONT) + CELL_GAP;
    needed[cell.column] = Math.max(needed[cell.column] ?? 0, wide);
  }
  return needed;
};

/** The width of each column in twips: as it was set, else by what the cells hold. */
const widthsInDocx = (table: TableBlock, width: number): readonly number[] => {
  const { widths, columns } = table;
  if (widths === undefined)
    return columnWidths(
      Array.from({ length: columns }, (_, column) => longestIn(table, column)),
      width,
      neededIn(table),
    );
  const all = widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each) => Math.round((width * each) / all));
};

const cellToDocx = (cell: Cell, print: PrintCell): TableCell => {
  const children = print(cell);
  return new TableCell({
    // Word reports a file as damaged if a cell has no paragraph.
    children: children.length === 0 ? [new Paragraph({ style: styleIds.tableText })] : children,
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
  });
};

/** Only header rows are marked: not every reader understands an explicit “no” for other rows. */
const rowLook = (isHead: boolean) => ({ cantSplit: true, ...(isHead ? { tableHeader: true } : {}) });

/** The table; its header row is repeated on every page, and no row is split across pages. */
export const tableToDocx = (table: TableBlock, width: number, print: PrintCell): Table => {
  const rows = tableRows(table).map(
    (cells, at) =>
      new TableRow({
        ...rowLook(at < table.headerRows),
        children: cells.map((cell) => cellToDocx(cell, print)),
      }),
  );
  return makeTable(rows, widthsInDocx(table, width), width);
};

type Kind = MarkedRun['kind'];
type WordsVoice = Pick<Voice, 'said' | 'doctrine' | 'words'>;
/** Returns the attributes of a tracked change, each with a number of its own. */
type Track = () => { readonly id: number; readonly author: string; readonly date: string };

/** Tracked changes, all of one author and time. */
export const trackedBy = ({ by, at }: NonNullable<PrintedTable['tracked']>): Track => {
  let id = 0;
  return () => {
    id += 1;
    return { id, author: by, date: at };
  };
};

const untracked = trackedBy({ by: '', at: '1980-01-01T00:00:00Z' });

const changeOf = (kind: Kind, track: Track) =>
  kind === 'same' ? {} : { [kind === 'new' ? 'insertion' : 'deletion']: track() };

const runsOf = ({ text, kind }: MarkedRun, voice: WordsVoice, track: Track): readonly ParagraphChild[] => {
  if (kind === 'same') return saidRuns(text, voice);
  const Changed = kind === 'new' ? InsertedTextRun : DeletedTextRun;
  return saidPieces(text, voice).map(
    (piece) =>
      new Changed({
        ...track(),
        text: piece.text,
        ...(piece.lang === null ? {} : { language: { value: piece.lang } }),
      }),
  );
};

/** A line of a cell with its runs, and whether its end was added or removed. */
type CellLine = { readonly runs: readonly MarkedRun[]; readonly end: Kind };

const asRuns = (words: TableWords, kind: Kind = 'same'): readonly MarkedRun[] =>
  typeof words === 'string' ? [{ text: words, kind }] : words;

const linesOf = (runs: readonly MarkedRun[]): readonly CellLine[] => {
  const lines: CellLine[] = [];
  let line: MarkedRun[] = [];
  for (const { text, kind } of runs) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) {
        lines.push({ runs: line, end: kind });
        line = [];
      }
      if (part !== '') line.push({ text: part, kind });
    }
  }
  return [...lines, { runs: line, end: 'same' }];
};

/** A row of which one version has nothing was added or removed as a whole. */
const kindOfRow = (words: readonly TableWords[]): Kind => {
  const kinds = new Set(
    words.flatMap((cell) => (typeof cell === 'string' ? [] : cell)).map(({ kind }) => kind),
  );
  const [only = 'same'] = kinds;
  return kinds.size === 1 ? only : 'same';
};

const wordsRow = (words: readonly TableWords[], style: string, voice: WordsVoice, track: Track): TableRow => {
  const kind = kindOfRow(words);
  const lineToDocx = ({ runs, end }: CellLine): Paragraph =>
    new Paragraph({
      style,
      ...(end === 'same' ? {} : { run: changeOf(end, track) }),
      children: runs.flatMap((run) => [...runsOf(run, voice, track)]),
    });
  return new TableRow({
    ...rowLook(style === styleIds.tableHead),
    ...changeOf(kind, track),
    children: words.map((text) => new TableCell({ children: linesOf(asRuns(text, kind)).map(lineToDocx) })),
  });
};

/** The width of two characters in any font: such words are not broken. */
const LEAST_WHOLE = 6;

/** A factor on a column's minimum width, so that its longest word fits in bold and in any font. */
const WORD_RESERVE = 2;

const longestWord = (texts: readonly string[]): number =>
  Math.max(
    0,
    ...texts.flatMap((text) => text.split(/\s+/u)).map((word) => Math.min(word.length, LONGEST / 2)),
  );

const textOfWords = (words: TableWords): string =>
  typeof words === 'string' ? words : words.map(({ text }) => text).join('');

/** A table of words with a header row; with `hasWholeWords`, no column is narrower than its longest word. */
export const wordsToDocx = (
  { columns, rows }: Pick<LaidTable, 'columns'> & Pick<PrintedTable, 'rows'>,
  width: number,
  voice: WordsVoice,
  {
    hasWholeWords = false,
    track = untracked,
  }: { readonly hasWholeWords?: boolean; readonly track?: Track } = {},
): Table => {
  const lengths = columns.map((name, at) => {
    const texts = [name, ...rows.map((row) => textOfWords(row[at] ?? ''))];
    const least = hasWholeWords ? Math.max(LEAST_WHOLE, longestWord(texts) * WORD_RESERVE) : 0;
    return Math.max(least, ...texts.map(({ length }) => length));
  });
  const all = [
    wordsRow(columns, styleIds.tableHead, voice, track),
    ...rows.map((row) => wordsRow(row, styleIds.tableText, { ...voice, said: null }, track)),
  ];
  return makeTable(all, columnWidths(lengths, width), width);
};
