/**
 * Draws the parts of pages under marks without words, each as a region of its displayed page. A page with several is
 * drawn once.
 */
import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DrawMarksRequest, DrawnMarks } from '#domain/contract/importer-bridge.ts';
import { rectangleOfMark } from '#domain/passage/marks/mark-region.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { wholePoints } from '#domain/passage/region/page-region.ts';
import { type Rectangle, wholeRectangle } from '#domain/passage/region/rectangle.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { drawBitmap } from '../../picture/draw-picture.ts';
import { nextTurn, openToDraw } from '../figures/draw-figures.ts';

/** The same resolution as for regions that an analyst frames. */
const DOTS_A_POINT = 300 / 72;
/** The rest is requested again, after the analyst has seen the progress. */
const TURN_MS = 2500;
/** A page that takes longer is malicious. */
const PATIENCE_MS = 5000;
/** A larger page is not drawn as a whole. */
const MAX_PAGE_PIXELS = 16_000_000;
/** For one mark: an A4 page marked as a whole gets 190 dpi, like a good print. */
const MAX_MARK_PIXELS = 3_500_000;

/** Pixels of a rectangle of a page, in points. */
type Drawn = { readonly canvas: HTMLCanvasElement; readonly of: Rectangle; readonly scale: number };

const drawRectangle = async (
  page: PDFPageProxy,
  of: Rectangle,
  scale: number,
  signal: AbortSignal,
): Promise<Drawn> => {
  const viewport = page.getViewport({ scale, offsetX: -of.x * scale, offsetY: -of.y * scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(of.w * scale));
  canvas.height = Math.max(1, Math.round(of.h * scale));
  // For print: a page that is not displayed gets no animation frames to draw in.
  const task = page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE });
  task.onContinue = nextTurn;
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  return { canvas, of, scale };
};

const cutOf = ({ canvas: whole, scale }: Drawn, { x, y, w, h }: Rectangle): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(w * scale));
  canvas.height = Math.max(1, Math.round(h * scale));
  canvas.getContext('2d')?.drawImage(whole, Math.round(-x * scale), Math.round(-y * scale));
  return canvas;
};

/** Draws marks of one PDF; keeps the last page that was drawn as a whole. */
const createMarkDrawer = (pdf: PDFDocumentProxy, marks: readonly PdfMark[]) => {
  let last: { readonly number: number; readonly drawn: Drawn } | null = null;

  const wholePage = async (page: PDFPageProxy, signal: AbortSignal): Promise<Drawn | null> => {
    const number = page.pageNumber;
    if (last?.number === number) return last.drawn;
    const size = page.getViewport({ scale: DOTS_A_POINT });
    const isShared = marks.filter((mark) => mark.page === number).length > 1;
    if (!isShared || size.width * size.height > MAX_PAGE_PIXELS) return null;
    const points = wholePoints(page.getViewport({ scale: 1 }));
    last = { number, drawn: await drawRectangle(page, wholeRectangle(points), DOTS_A_POINT, signal) };
    return last.drawn;
  };

  return async (mark: PdfMark, signal: AbortSignal): Promise<DrawnMarks[number]> => {
    if (mark.page > pdf.numPages) return null;
    const page = await pdf.getPage(mark.page);
    const size = page.getViewport({ scale: 1 });
    const viewrect = rectangleOfMark(mark, size);
    const scale = Math.min(
      DOTS_A_POINT,
      MAX_PICTURE_SIDE / Math.max(viewrect.w, viewrect.h),
      Math.sqrt(MAX_MARK_PIXELS / (viewrect.w * viewrect.h)),
    );
    const whole = scale < DOTS_A_POINT ? null : await wholePage(page, signal);
    const canvas =
      whole === null ? (await drawRectangle(page, viewrect, scale, signal)).canvas : cutOf(whole, viewrect);
    const picture = await drawBitmap(canvas, { mediaType: 'image/png', isCut: true });
    canvas.width = 0;
    return { page: { number: mark.page, ...wholePoints(size) }, viewrect, picture };
  };
};

/**
 * In the order of the marks, as far as time allows, but always the first. Null for each that can't be drawn, or whose
 * page is missing.
 */
export const drawMarks = async ({
  drawsMarks: bytes,
  password,
  marks,
}: DrawMarksRequest): Promise<DrawnMarks> => {
  const endMs = performance.now() + TURN_MS;
  const { pdf, close } = await openToDraw(async () => new Uint8Array(bytes), password ?? null);
  const draw = createMarkDrawer(pdf, marks);
  const drawn: DrawnMarks[number][] = [];
  try {
    for (const mark of marks) {
      if (drawn.length > 0 && performance.now() > endMs) break;
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const late = new Promise<null>((resolve) => {
        signal.addEventListener('abort', () => resolve(null));
      });
      drawn.push(await Promise.race([draw(mark, signal).catch(() => null), late]));
    }
  } finally {
    close();
  }
  return drawn;
};
