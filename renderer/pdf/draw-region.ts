import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PictureSize, Rectangle } from '#domain/passage/region/rectangle.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';

const POINTS_AN_INCH = 72;
/** As dense as most scans are. */
const USUAL_DPI = 300;
/** A small region has at least so many pixels along its longer side, as far as a file can have them. */
const LEAST_SIDE = 600;
const MOST_DPI = 1200;

/** How many pixels a point of a region is drawn with. */
export const pixelsPerPoint = ({ width, height }: PictureSize): number => {
  const longer = Math.max(width, height);
  const wanted = Math.max(USUAL_DPI / POINTS_AN_INCH, LEAST_SIDE / longer);
  return Math.min(MAX_PICTURE_SIDE / longer, MOST_DPI / POINTS_AN_INCH, wanted);
};

/** Draws a rectangle of a page, in points from its left upper corner as it is seen, as it is drawn on the screen. */
export const drawRegion = async (
  pdf: PDFDocumentProxy,
  number: number,
  { x, y, w, h }: Rectangle,
  signal: AbortSignal,
): Promise<Blob> => {
  const page = await pdf.getPage(number);
  const scale = pixelsPerPoint({ width: w, height: h });
  const viewport = page.getViewport({ scale, offsetX: -x * scale, offsetY: -y * scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(w * scale));
  canvas.height = Math.max(1, Math.round(h * scale));
  signal.throwIfAborted();
  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (blob === null) throw new Error(`A part of page ${number} could not be drawn.`);
  return blob;
};
