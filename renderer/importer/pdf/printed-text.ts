/**
 * The content of a PDF's pages as its reader returns it: pieces of text in the order in which the file draws them, each
 * with its place. All lengths are points from the upper left corner of the displayed page.
 */
import { FORM_FONT } from '#renderer/pdf/form/place-values.ts';
import type { DrawnPlaces } from './figures/drawn-places.ts';

/**
 * A piece of text, drawn at once. Rotated text is measured along its own direction: as if the page were rotated upright
 * about its upper left corner.
 */
export type PrintedItem = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The height of its letters. */
  readonly size: number;
  /** Only serves to distinguish fonts. */
  readonly font: string;
  /** The direction of its line in degrees from 0 to 360, clockwise: 0 is horizontal, 90 downwards. */
  readonly angle: number;
  /** Whether it is not horizontal left-to-right text, as in a margin or across a page. */
  readonly isTurned: boolean;
  /** Whether it is read against the direction of its page; on a mirrored page, from left to right. */
  readonly isRightToLeft: boolean;
  /** OCR's confidence in it, in whole per cent; null for text from the file. */
  readonly confidence: number | null;
};

/** By how many degrees, clockwise, the text of a page is rotated. */
export type PageTurn = 90 | 180 | 270;

export type PrintedPage = {
  /** In the file, from 1. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PrintedItem[];
  /** Whether its lengths are from the upper right corner: see pagesAsRead. */
  readonly isMirrored?: boolean;
  /** By how much it was rotated to make most of its text horizontal: see pagesAsRead. */
  readonly turn?: PageTurn;
  /** Whether it is a picture of text without OCR. */
  readonly isScanned: boolean;
  /** Absent if it can't contain figures; null if it was not examined, though there may be some. */
  readonly drawn?: DrawnPlaces | null;
};

export type Raised = 'superscript' | 'subscript' | null;

/** Words of a line with the same formatting. */
export type LineRun = { readonly text: string; readonly raised: Raised };

/** Words of a line without a wide gap: the line of a paragraph has one such cell, the row of a table several. */
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
  /** As for its pieces. All its edges are page coordinates, whatever its rotation. */
  readonly angle: number;
  readonly isTurned: boolean;
  /** OCR's mean confidence in its letters; null for text from the file. */
  readonly confidence: number | null;
};

/** The words of a cell. */
export const cellText = ({ runs }: LineCell): string => runs.map(({ text }) => text).join('');

/** The words of a line, with one space for each gap. */
export const lineText = ({ cells }: PrintedLine): string => cells.map(cellText).join(' ').trim();

/** The typographic measures of a document's running text. */
export type Measures = {
  readonly size: number;
  readonly font: string;
  /** From one line to the next, in letter heights. */
  readonly leading: number;
};

const roundSize = (size: number): number => Math.round(size * 5) / 5;

const median = (values: readonly number[], otherwise: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? otherwise;

const DEFAULT_LEADING = 1.2;

const lettersOf = (line: PrintedLine): number => lineText(line).length;

/**
 * The most frequent value among `items`, weighted by letters; of equals the first. Undefined if no item has letters.
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

/** The measures of most letters in the lines of a whole document. What was filled in counts if nothing is printed. */
export const measure = (all: readonly PrintedLine[]): Measures => {
  const drawn = all.filter((line) => line.font !== FORM_FONT);
  const lines = drawn.length === 0 ? all : drawn;
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
