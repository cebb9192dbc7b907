/**
 * What stands on the pages of a PDF, as its reader gives it: pieces of text in the order in which the file draws them,
 * each with its place. All lengths are points from the left upper corner of the page as it is shown.
 */
import type { DrawnPlaces } from '../figures/drawn-places.ts';

/** A piece of text, drawn at once. */
export type PrintedItem = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** The height of its letters. */
  readonly size: number;
  /** Tells fonts apart and says nothing else. */
  readonly font: string;
  /** Whether it is not written from left to right on the level, as in a margin or across a page. */
  readonly isTurned: boolean;
  readonly isRightToLeft: boolean;
  /** How sure OCR is of it, in whole per cent; null of what stands in the file as text. */
  readonly confidence: number | null;
};

export type PrintedPage = {
  /** In the file, from 1. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PrintedItem[];
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
  readonly isTurned: boolean;
  /** How sure OCR is of its letters on the whole; null of what stands in the file as text. */
  readonly confidence: number | null;
};

/** The words of a cell as they stand. */
export const cellText = ({ runs }: LineCell): string => runs.map(({ text }) => text).join('');

/** The words of a line as they stand, one space for each gap. */
export const lineText = ({ cells }: PrintedLine): string => cells.map(cellText).join(' ').trim();
