/** Draws the parts of pages that marks without words mark, each as a region of its page as it is seen. */
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawMarksRequest, DrawnMarks } from '#domain/contract/importer-bridge.ts';
import { rectangleOfMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { wholePoints } from '#domain/passage/region/page-region.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { drawBitmap } from '../../picture/draw-picture.ts';
import { nextTurn, openToDraw } from '../figures/draw-figures.ts';

/** As dense as what an analyst frames. */
const DOTS_A_POINT = 300 / 72;
/** The importer's page has half a minute for a file. */
const DRAWING_MS = 20_000;
/** What takes longer is made to harm. */
const PATIENCE_MS = 5000;

const drawMark = async (
  pdf: PDFDocumentProxy,
  mark: PdfMark,
  signal: AbortSignal,
): Promise<DrawnMarks[number]> => {
  if (mark.page > pdf.numPages) return null;
  const page = await pdf.getPage(mark.page);
  const size = page.getViewport({ scale: 1 });
  const viewrect = rectangleOfMark(mark, size);
  const scale = Math.min(DOTS_A_POINT, MAX_PICTURE_SIDE / Math.max(viewrect.w, viewrect.h));
  const viewport = page.getViewport({ scale, offsetX: -viewrect.x * scale, offsetY: -viewrect.y * scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewrect.w * scale));
  canvas.height = Math.max(1, Math.round(viewrect.h * scale));
  // For print, since a page that is not shown has no frames of animation to draw in.
  const task = page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE });
  task.onContinue = nextTurn;
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  const picture = await drawBitmap(canvas, { mediaType: 'image/png', isCut: true });
  canvas.width = 0;
  return { page: { number: mark.page, ...wholePoints(size) }, viewrect, picture };
};

/** In the order of the marks; null for each that is not drawn: in time, on a page that is there, as one that can be. */
export const drawMarks = async ({
  drawsMarks: bytes,
  password,
  marks,
}: DrawMarksRequest): Promise<DrawnMarks> => {
  const endMs = performance.now() + DRAWING_MS;
  const { pdf, close } = await openToDraw(async () => new Uint8Array(bytes), password ?? null);
  const drawn: DrawnMarks[number][] = [];
  try {
    for (const mark of marks) {
      const leftMs = Math.min(PATIENCE_MS, endMs - performance.now());
      const signal = AbortSignal.timeout(Math.max(0, leftMs));
      const late = new Promise<null>((resolve) => {
        signal.addEventListener('abort', () => resolve(null));
      });
      drawn.push(
        leftMs <= 0 ? null : await Promise.race([drawMark(pdf, mark, signal).catch(() => null), late]),
      );
    }
  } finally {
    close();
  }
  return drawn;
};
