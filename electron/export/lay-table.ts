/** The layout of a table on the page, computed from its words before anything is laid out. */
import type { DocumentBlock, TableBlock } from '#domain/memo/memo-document.ts';

/** The width of the text column, of the text and label columns, or a landscape page. */
export type TableSpread = 'text' | 'full' | 'landscape';

export type TableLayout = {
  /** `share`: of the available width; null if a column is as wide as its words. */
  readonly columns: readonly { readonly isFigures: boolean; readonly share: number | null }[];
  readonly spread: TableSpread;
  /** Whether it stays on one page. */
  readonly isWhole: boolean;
  /**
   * Whether it takes half a page at most: Word does not let text flow past a table, so only such a table is kept on one
   * page.
   */
  readonly isShort: boolean;
  /** Whether cells have several lines, so that rows need more space between them. */
  readonly isRoomy: boolean;
};

/** In points: the width of a letter in a cell, the gap between two columns, and the available width. */
const LETTER = 5.2;
const COLUMN_GAP = 14;
const widths: Readonly<Record<TableSpread, number>> = { text: 346, full: 459, landscape: 705 };

const MAX_WHOLE_ROWS = 12;
const MAX_WHOLE_LETTERS = 2500;
/**
 * The number of lines of cells that fit on a page below a caption, with space between rows: a taller table continues on
 * the next page.
 */
const MAX_WHOLE_LINES: Readonly<Record<TableSpread, number>> = { text: 36, full: 36, landscape: 18 };
const MAX_SHORT_LINES = 18;
const MIN_LANDSCAPE_COLUMNS = 8;
/**
 * From this many columns on, the spare width is shared by all: if the first took it alone, it would be far from its
 * figures.
 */
const MIN_SHARED_COLUMNS = 6;
/** The least width of a column of sentences, in letters. */
const MIN_SENTENCE = 14;

const blockText = (block: DocumentBlock): string =>
  block.kind === 'paragraph'
    ? block.runs.map((run) => (run.kind === 'text' || run.kind === 'quote' ? run.text : '')).join('')
    : ' '.repeat(MIN_SENTENCE);

export const textOfCell = ({ blocks }: TableBlock['cells'][number]): string =>
  blocks.map(blockText).join(' ').trim();

const figure =
  /^[(+\-−–±<>≈~]*\s?(?:[$€£¥₽]|[A-Z]{2,3}\s)?\d[\d\s.,'’]*(?:[-–]\d[\d\s.,]*)?\s?(?:%|‰|pp|bn|m|k|[$€£¥₽]|[A-Z]{2,3})?\)?$/u;
const blank = /^(?:|[–—-]|n\/?a|\.\.|…)$/iu;

/** Whether the column contains only numbers and gaps. */
const isFigures = (cells: readonly string[]): boolean =>
  cells.some((text) => figure.test(text)) && cells.every((text) => figure.test(text) || blank.test(text));

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));

const naturalWidth = (cells: readonly string[]): number => longest(cells) * LETTER + COLUMN_GAP;

/** The least width of a column: its longest word, and a few words of a sentence on one line. */
const neededWidth = (cells: readonly string[], body: readonly string[]): number => {
  const word = longest(cells.flatMap((text) => text.split(/\s+/u)));
  return Math.max(word, Math.min(longest(body), MIN_SENTENCE)) * LETTER + COLUMN_GAP;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

const spreadOf = (needed: number, columns: number): TableSpread => {
  if (needed <= widths.text) return 'text';
  return needed > widths.full && columns >= MIN_LANDSCAPE_COLUMNS ? 'landscape' : 'full';
};

type Column = { readonly body: readonly string[]; readonly wish: number };

/** The number of lines of the body rows, if the columns share the width by their words or by `given`. */
const countLines = (
  columns: readonly Column[],
  width: number,
  given: readonly number[] | undefined,
): number => {
  const shares = given ?? columns.map(({ wish }) => wish);
  const all = sum(shares);
  const lettersOf = (at: number): number =>
    Math.max(1, ((width * (shares[at] ?? 1)) / all - COLUMN_GAP) / LETTER);
  const rows = Math.max(0, ...columns.map(({ body }) => body.length));
  return sum(
    Array.from({ length: rows }, (_, row) =>
      Math.max(1, ...columns.map(({ body }, at) => Math.ceil((body[row]?.length ?? 0) / lettersOf(at)))),
    ),
  );
};

/** Whether the analyst has set the column to be aligned by decimal signs. */
const isByDecimals = (column: TableBlock['cells']): boolean =>
  column.some(({ align }) => align === 'decimal');

export const layTable = ({ columns, headerRows, cells, widths: given }: TableBlock): TableLayout => {
  const single = cells.filter(({ colspan }) => colspan === 1);
  const all = Array.from({ length: columns }, (_, at) => single.filter(({ column }) => column === at));
  const texts = all.map((column) => column.map(textOfCell));
  const bodies = all.map((column) => column.filter(({ row }) => row >= headerRows).map(textOfCell));
  const figures = bodies.map((body, at) => isByDecimals(all[at] ?? []) || (at > 0 && isFigures(body)));
  const wishes = texts.map(naturalWidth);
  const natural = sum(wishes);
  const spread = spreadOf(sum(texts.map((text, at) => neededWidth(text, bodies[at] ?? []))), columns);
  const isNarrow = natural < widths[spread];
  const filling = isNarrow ? figures.indexOf(false) : -1;
  const shareOf = (at: number): number | null => {
    if (given !== undefined) return given[at] ?? 1;
    if (isNarrow && columns >= MIN_SHARED_COLUMNS) return Math.round(wishes[at] ?? 0);
    return at === filling ? 1 : null;
  };
  const rows = new Set(cells.map(({ row }) => row)).size - headerRows;
  const letters = sum(texts.flat().map(({ length }) => length));
  const lines = countLines(
    bodies.map((body, at) => ({ body, wish: wishes[at] ?? 1 })),
    widths[spread],
    given,
  );
  const isWhole = rows <= MAX_WHOLE_ROWS && letters <= MAX_WHOLE_LETTERS && lines <= MAX_WHOLE_LINES[spread];
  return {
    columns: figures.map((isOfFigures, at) => ({ isFigures: isOfFigures, share: shareOf(at) })),
    spread,
    isWhole,
    isShort: isWhole && lines <= MAX_SHORT_LINES,
    isRoomy: !isNarrow,
  };
};

const signed = /^[^\d]*[\d\s.,'’]*\d/u;

/** The decimal sign of a column; null if it is uncertain: a group of three digits may also be thousands. */
const decimalSign = (figures: readonly string[]): '.' | ',' | null => {
  const isDecimal = (text: string, sign: string): boolean => {
    const at = text.lastIndexOf(sign);
    const other = sign === '.' ? ',' : '.';
    const digits = /^\d*/u.exec(text.slice(at + 1))?.[0].length ?? 0;
    if (at === -1 || digits === 0 || text.indexOf(sign) !== at) return false;
    return digits !== 3 || (text.includes(other) && text.indexOf(other) < at);
  };
  return (['.', ','] as const).find((sign) => figures.some((text) => isDecimal(text, sign))) ?? null;
};

/**
 * The invisible text after each figure of a column which aligns the decimal signs of right-aligned figures: "1,310"
 * above "12.5 %" is followed by the width of ".5 %".
 */
const padFigures = (figures: readonly string[]): readonly string[] => {
  const sign = decimalSign(figures);
  const tails = figures.map((text) => {
    const number = signed.exec(text)?.[0] ?? '';
    const at = sign === null ? -1 : number.lastIndexOf(sign);
    return {
      decimals: at === -1 ? '' : number.slice(at),
      unit: text.slice(number.length),
      isFigure: number !== '',
    };
  });
  const longest = (of: (tail: (typeof tails)[number]) => string): string =>
    tails.map(of).reduce((most, each) => (each.length > most.length ? each : most), '');
  const [decimals, unit] = [longest((tail) => tail.decimals), longest((tail) => tail.unit)];
  return tails.map((tail) =>
    tail.isFigure
      ? (tail.decimals === '' ? decimals : '0'.repeat(decimals.length - tail.decimals.length)) +
        (tail.unit === '' ? unit : '')
      : '',
  );
};

/** The same padding for each cell with a figure below the header row. */
export const decimalPads = (
  { cells, headerRows }: TableBlock,
  { columns }: TableLayout,
): ReadonlyMap<TableBlock['cells'][number], string> =>
  new Map(
    columns.flatMap(({ isFigures }, at) => {
      const body = cells.filter(
        ({ column, colspan, row }) => column === at && colspan === 1 && row >= headerRows,
      );
      const pads = isFigures ? padFigures(body.map(textOfCell)) : [];
      return pads.flatMap((pad, index): readonly (readonly [TableBlock['cells'][number], string])[] => {
        const cell = body[index];
        return cell === undefined ? [] : [[cell, pad]];
      });
    }),
  );
