/**
 * What stands on the pages of a PDF, as its reader gives it: pieces of text in the order in which the file draws them,
 * each with its place. All lengths are points from the left upper corner of the page as it is shown.
 */
import type { DrawnPlaces } from './figures/drawn-places.ts';

/**
 * A piece of text, drawn at once. What is turned is measured along its own direction: as if the page was turned back
 * about its left upper corner.
 */
export type PrintedItem = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The height of its letters. */
  readonly size: number;
  /** Tells fonts apart and says nothing else. */
  readonly font: string;
  /** The direction of its line in degrees from 0 to 360, clockwise: 0 on the level, 90 downwards. */
  readonly angle: number;
  /** Whether it is not written from left to right on the level, as in a margin or across a page. */
  readonly isTurned: boolean;
  /** Whether it is read against the direction of its page; of a mirrored one, from left to right. */
  readonly isRightToLeft: boolean;
  /** How sure OCR is of it, in whole per cent; null of what stands in the file as text. */
  readonly confidence: number | null;
};

/** By how many degrees, clockwise, the text of a page is turned. */
export type PageTurn = 90 | 180 | 270;

export type PrintedPage = {
  /** In the file, from 1. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PrintedItem[];
  /** Whether its lengths are from the right upper corner: see pagesAsRead. */
  readonly isMirrored?: boolean;
  /** What it was turned back by, so that most of its text is on the level: see pagesAsRead. */
  readonly turn?: PageTurn;
  /** Whether it is a picture of text that nobody has read. */
  readonly isScanned: boolean;
  /** Left out where nothing of it can be a figure; null where nobody has looked for any, though there may be some. */
  readonly drawn?: DrawnPlaces | null;
};

export type Raised = 'superscript' | 'subscript' | null;

/** Words of a line that are set in one way. */
export type LineRun = { readonly text: string; readonly raised: Raised };

/** Words of a line that no wide gap parts: the line of a paragraph has one, the row of a table several. */
export type LineCell = { readonly runs: readonly LineRun[]; readonly left: number; readonly right: number };

export type PrintedLine = {
  readonly page: number;
  readonly cells: readonly LineCell[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
  /** The height and the font of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** As of its pieces. All its edges are on the page, whatever it is turned by. */
  readonly angle: number;
  readonly isTurned: boolean;
  /** How sure OCR is of its letters on the whole; null of what stands in the file as text. */
  readonly confidence: number | null;
};

/** The words of a cell as they stand. */
export const cellText = ({ runs }: LineCell): string => runs.map(({ text }) => text).join('');

/** The words of a line as they stand, one space for each gap. */
export const lineText = ({ cells }: PrintedLine): string => cells.map(cellText).join(' ').trim();

/** What the running text of a document is set in. */
export type Measures = {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in heights of letters. */
  readonly leading: number;
};

const roundSize = (size: number): number => Math.round(size * 5) / 5;

const median = (values: readonly number[], otherwise: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? otherwise;

const DEFAULT_LEADING = 1.2;

const lettersOf = (line: PrintedLine): number => lineText(line).length;

/**
 * The value that most of `items` have, by the letters of each; of equals the first. Undefined where no item has
 * letters.
 */
export const mostOf = <Item, Value>(
  items: readonly Item[],
  of: (item: Item) => Value,
  lettersOf: (item: Item) => number,
): Value | undefined => {
  const letters = new Map<Value, number>();
  for (const item of items) {
    const value = of(item);
    letters.set(value, (letters.get(value) ?? 0) + lettersOf(item));
  }
  let most: Value | undefined;
  let mostLetters = 0;
  for (const [value, count] of letters) {
    if (count <= mostLetters) continue;
    most = value;
    mostLetters = count;
  }
  return most;
};

/** Of the lines of a whole document: what most letters have. */
export const measure = (lines: readonly PrintedLine[]): Measures => {
  const size = mostOf(lines, (line) => roundSize(line.size), lettersOf) ?? 10;
  const ofSize = lines.filter((line) => roundSize(line.size) === size);
  const font = mostOf(ofSize, (line) => line.font, lettersOf) ?? '';
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.page !== line.page || roundSize(line.size) !== size) return [];
    const step = (line.baseline - before.baseline) / line.size;
    return step > 0.8 && step < 2.6 ? [step] : [];
  });
  return { size, font, leading: median(steps, DEFAULT_LEADING) };
};
