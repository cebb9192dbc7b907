/** The layout of a table on the page, computed from its words before anything is laid out. */
import type { DocumentBlock, Run, TableBlock } from '#domain/memo/memo-document.ts';

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

const runText = (run: Run): string => {
  if (run.kind === 'text' || run.kind === 'quote') return run.text;
  return run.kind === 'break' ? '\n' : '';
};

const blockText = (block: DocumentBlock): string =>
  block.kind === 'paragraph' ? block.runs.map(runText).join('') : ' '.repeat(MIN_SENTENCE);

export const textOfCell = ({ blocks }: TableBlock['cells'][number]): string =>
  blocks.map(blockText).join(' ').trim();

/** In the digits of any script, with the Arabic signs of decimals, thousands and percent (U+066B, U+066C, U+066A). */
const figure =
  /^[(+\-−–±<>≈~\u061C\u200E\u200F]*\s?(?:\p{Sc}|[A-Z]{2,3}\s)?\p{Nd}[\p{Nd}\s.,'’\u066B\u066C]*(?:[-–]\p{Nd}[\p{Nd}\s.,\u066B\u066C]*)?\s?(?:[%\u066A‰]|pp|bn|m|k|\p{Sc}|[A-Z]{2,3})?\)?$/u;
const blank = /^(?:|[–—-]|n\/?a|\.\.|…)$/iu;

/** Whether the column contains only numbers and gaps. */
const isFigures = (cells: readonly string[]): boolean =>
  cells.some((text) => figure.test(text)) && cells.every((text) => figure.test(text) || blank.test(text));

const longest = (lengths: readonly number[]): number => Math.max(0, ...lengths);

/** Letters of full width, between any two of which a line can break. */
const fullWidth = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/gu;
const FULL_WIDTH = 1.85;

/** The length of a line, in letters of the Latin script. */
export const lettersOf = (line: string): number =>
  line.length + (line.match(fullWidth)?.length ?? 0) * (FULL_WIDTH - 1);

const lengthsOf = (text: string): readonly number[] => text.split('\n').map(lettersOf);

/** The parts of a text between which a line can break. */
const wordsOf = (text: string): readonly string[] =>
  text.replace(fullWidth, ' $& ').match(/[^ \n\t-]+-?|-/gu) ?? [];

/** A longer word is hyphenated, or runs over: no column is made as wide as that. */
const MAX_WORD = 20;
const longestWord = (cells: readonly string[]): number =>
  Math.min(MAX_WORD, longest(cells.flatMap(wordsOf).map(lettersOf)));

const naturalWidth = (cells: readonly string[]): number =>
  longest(cells.flatMap(lengthsOf)) * LETTER + COLUMN_GAP;

/** The least width of a column: its longest word, and a few words of a sentence on one line. */
const neededWidth = (cells: readonly string[], body: readonly string[]): number =>
  Math.max(longestWord(cells), Math.min(longest(body.flatMap(lengthsOf)), MIN_SENTENCE)) * LETTER +
  COLUMN_GAP;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** `isTight`: whether a word is wider than the share of the text column that was given to its own. */
const spreadOf = (needed: number, columns: number, isTight: boolean): TableSpread => {
  if (needed <= widths.text && !isTight) return 'text';
  return needed > widths.full && columns >= MIN_LANDSCAPE_COLUMNS ? 'landscape' : 'full';
};

/** `least`: its longest word. */
type Column = { readonly body: readonly string[]; readonly wish: number; readonly least: number };

/**
 * The shares of `width`, in points, that were given to the columns: one in which a word would run into the next column
 * takes what it lacks from the others. As given where all words fit, or where they fit in no way.
 */
const fitShares = (
  given: readonly number[],
  columns: readonly Column[],
  width: number,
): readonly number[] => {
  const shares = columns.map((_, at) => given[at] ?? 1);
  const raised = new Set<number>();
  for (const _ of columns) {
    const kept = sum(columns.map(({ least }, at) => (raised.has(at) ? least : 0)));
    const others = sum(shares.filter((_share, at) => !raised.has(at)));
    const widthOf = (at: number): number => ((width - kept) * (shares[at] ?? 1)) / others;
    const narrow = columns.findIndex(({ least }, at) => !raised.has(at) && widthOf(at) < least);
    if (narrow === -1)
      return raised.size === 0
        ? given
        : columns.map(({ least }, at) => Math.round(raised.has(at) ? least : widthOf(at)));
    raised.add(narrow);
  }
  return given;
};

/** The number of lines of the body rows, if the columns share the width by their words or by `given`. */
const countLines = (
  columns: readonly Column[],
  width: number,
  given: readonly number[] | undefined,
): number => {
  const shares = given ?? columns.map(({ wish }) => wish);
  const all = sum(shares);
  const roomOf = (at: number): number =>
    Math.max(1, ((width * (shares[at] ?? 1)) / all - COLUMN_GAP) / LETTER);
  const rows = Math.max(0, ...columns.map(({ body }) => body.length));
  return sum(
    Array.from({ length: rows }, (_, row) =>
      Math.max(
        1,
        ...columns.map(({ body }, at) =>
          sum(lengthsOf(body[row] ?? '').map((length) => Math.max(1, Math.ceil(length / roomOf(at))))),
        ),
      ),
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
  const needed = sum(texts.map((text, at) => neededWidth(text, bodies[at] ?? [])));
  const laid = bodies.map((body, at) => ({
    body,
    wish: wishes[at] ?? 1,
    least: longestWord(texts[at] ?? []) * LETTER + COLUMN_GAP,
  }));
  const spread = spreadOf(
    needed,
    columns,
    given !== undefined && fitShares(given, laid, widths.text) !== given,
  );
  const isNarrow = natural < widths[spread];
  const filling = isNarrow ? figures.indexOf(false) : -1;
  const shares = given === undefined ? undefined : fitShares(given, laid, widths[spread]);
  const shareOf = (at: number): number | null => {
    if (shares !== undefined) return shares[at] ?? 1;
    if (isNarrow && columns >= MIN_SHARED_COLUMNS) return Math.round(wishes[at] ?? 0);
    return at === filling ? 1 : null;
  };
  const rows = new Set(cells.map(({ row }) => row)).size - headerRows;
  const letters = sum(texts.flat().map(lettersOf));
  const lines = countLines(laid, widths[spread], shares);
  const isWhole = rows <= MAX_WHOLE_ROWS && letters <= MAX_WHOLE_LETTERS && lines <= MAX_WHOLE_LINES[spread];
  return {
    columns: figures.map((isOfFigures, at) => ({ isFigures: isOfFigures, share: shareOf(at) })),
    spread,
    isWhole,
    isShort: isWhole && lines <= MAX_SHORT_LINES,
    isRoomy: !isNarrow,
  };
};

const signed = /^\P{Nd}*[\p{Nd}\s.,'’\u066B\u066C]*\p{Nd}/u;

/** The decimal sign of a column; null if it is uncertain: a group of three digits may also be thousands. */
const decimalSign = (figures: readonly string[]): '.' | ',' | '\u066B' | null => {
  // The Arabic sign has no other use.
  if (figures.some((text) => text.includes('\u066B'))) return '\u066B';
  const isDecimal = (text: string, sign: string): boolean => {
    const at = text.lastIndexOf(sign);
    const other = sign === '.' ? ',' : '.';
    const digits = /^\p{Nd}*/u.exec(text.slice(at + 1))?.[0].length ?? 0;
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
