/**
 * The text drawn on a page of an original, and where the letters of an article's text are on it. The text of an
 * article records the page and the box of each of its blocks (`domain/article/pages.ts`); the place of each letter
 * of a block is found again from the letters that are drawn there.
 */

/** Edges on a page in fractions of it, from its left upper corner. */
export type PageBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/**
 * A text that the file draws in one go, with the box of each of its UTF-16 units. Pieces are in the order of the
 * file.
 */
export type PrintedPiece = { readonly text: string; readonly boxes: readonly PageBox[] };

/** A letter of the text where it is printed. Offsets are UTF-16 in the canonical text, end excluded. */
export type PlacedLetter = { readonly start: number; readonly end: number; readonly box: PageBox };

export const middleOf = ({
  left,
  top,
  right,
  bottom,
}: PageBox): { readonly x: number; readonly y: number } => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

/** The box around both. */
export const around = (a: PageBox, b: PageBox): PageBox => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** A transformation of a page of a PDF (PDF 32000-1, 8.3.3): six numbers, as pdfjs gives them. */
export type Matrix = readonly [number, number, number, number, number, number];

/** First `b`, then `a`. */
export const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];
