/** How a table stands on the page, told from its words before anything is laid out. */
import type { DocumentBlock, TableBlock } from '#domain/memo/memo-document.ts';

/** Across the column of text, across the column of labels too, or on a page turned by a quarter. */
export type TableSpread = 'text' | 'full' | 'landscape';

export type TableLayout = {
  readonly columns: readonly { readonly isFigures: boolean; readonly fills: boolean }[];
  readonly spread: TableSpread;
  /** Whether it stays on one page. */
  readonly isWhole: boolean;
  /** Whether cells have several lines, and want air between rows. */
  readonly isRoomy: boolean;
};

/** Points: a letter of a cell, what parts two columns, and the width there is. */
const LETTER = 5.2;
const COLUMN_GAP = 14;
const widths: Readonly<Record<TableSpread, number>> = { text: 346, full: 459, landscape: 705 };

const MAX_WHOLE_ROWS = 12;
const MAX_WHOLE_LETTERS = 2500;
const MIN_LANDSCAPE_COLUMNS = 8;
/** A column of sentences is not narrower than so many letters. */
const MIN_SENTENCE = 14;

const blockText = (block: DocumentBlock): string =>
  block.kind === 'paragraph'
    ? block.runs.map((run) => (run.kind === 'text' || run.kind === 'quote' ? run.text : '')).join('')
    : ' '.repeat(MIN_SENTENCE);

const cellText = ({ blocks }: TableBlock['cells'][number]): string => blocks.map(blockText).join(' ').trim();

const figure =
  /^[(+\-−–±<>≈~]*\s?(?:[$€£¥₽]|[A-Z]{2,3}\s)?\d[\d\s.,'’]*(?:[-–]\d[\d\s.,]*)?\s?(?:%|‰|pp|bn|m|k|[$€£¥₽]|[A-Z]{2,3})?\)?$/u;
const blank = /^(?:|[–—-]|n\/?a|\.\.|…)$/iu;

/** Whether the column holds numbers, and gaps, alone. */
const isFigures = (cells: readonly string[]): boolean =>
  cells.some((text) => figure.test(text)) && cells.every((text) => figure.test(text) || blank.test(text));

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

const naturalWidth = (cells: readonly string[]): number => longest(cells) * LETTER + COLUMN_GAP;

/** What a column can't do without: its longest word, and some words of a sentence on a line. */
const neededWidth = (cells: readonly string[], body: readonly string[]): number => {
  const word = longest(cells.flatMap((text) => text.split(/\s+/u)));
  return Math.max(word, Math.min(longest(body), MIN_SENTENCE)) * LETTER + COLUMN_GAP;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const spreadOf = (needed: number, columns: number): TableSpread => {
  if (needed <= widths.text) return 'text';
  return needed > widths.full && columns >= MIN_LANDSCAPE_COLUMNS ? 'landscape' : 'full';
};

export const layTable = ({ columns, headerRows, cells }: TableBlock): TableLayout => {
  const single = cells.filter(({ colspan }) => colspan === 1);
  const all = Array.from({ length: columns }, (_, at) => single.filter(({ column }) => column === at));
  const texts = all.map((column) => column.map(cellText));
  const bodies = all.map((column) => column.filter(({ row }) => row >= headerRows).map(cellText));
  const figures = bodies.map((body, at) => at > 0 && isFigures(body));
  const natural = sum(texts.map(naturalWidth));
  const spread = spreadOf(sum(texts.map((text, at) => neededWidth(text, bodies[at] ?? []))), columns);
  const isNarrow = natural < widths[spread];
  const filling = isNarrow ? figures.indexOf(false) : -1;
  const rows = new Set(cells.map(({ row }) => row)).size - headerRows;
  const letters = sum(texts.flat().map(({ length }) => length));
  return {
    columns: figures.map((isOfFigures, at) => ({ isFigures: isOfFigures, fills: at === filling })),
    spread,
    isWhole: rows <= MAX_WHOLE_ROWS && letters <= MAX_WHOLE_LETTERS,
    isRoomy: !isNarrow,
  };
};
