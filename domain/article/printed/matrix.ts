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
