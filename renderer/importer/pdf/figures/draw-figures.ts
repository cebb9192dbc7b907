/**
 * Figures are drawn as regions of their pages, not decoded from the file's objects: so they show what the page shows,
 * with masks, overlaid words and lines, in the displayed orientation, and in one piece even if the file has many.
 */
import {
  AnnotationMode,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { DrawAnswer } from '#domain/contract/importer-bridge.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { err, ok } from '#domain/result.ts';
import { inertDrawing } from '#renderer/pdf/inert-drawing.ts';
import { drawBitmap } from '../../picture/draw-picture.ts';
import type { PrintedPage } from '../printed-text.ts';
import { heightOf, widthOf } from './box.ts';
import type { Figure } from './find-figures.ts';

const POINTS_AN_INCH = 72;
/** The resolution follows its pictures, within these limits. */
const LEAST_DPI = 150;
const MOST_DPI = 300;
/** Line drawings need less to be sharp. */
const LINES_DPI = 200;

/** All pictures of a page are decoded when a part of it is drawn: a quarter of a gigabyte uncompressed. */
const MAX_PIXELS_ON_PAGE = 40_000_000;

/** A page that takes longer is malicious. */
const PATIENCE_MS = 5000;

const scaleOf = ({ box, perPoint }: Figure): number => {
  const wanted = Math.max(LEAST_DPI / POINTS_AN_INCH, perPoint ?? LINES_DPI / POINTS_AN_INCH);
  return Math.min(
    wanted,
    MOST_DPI / POINTS_AN_INCH,
    MAX_PICTURE_SIDE / Math.max(widthOf(box), heightOf(box)),
  );
};

/** The pixels of all pictures that a page draws, each counted once. */
const pixelsOn = ({ drawn }: PrintedPage): number => {
  const known = new Map(drawn?.pictures.map(({ object, pixels }, at) => [object ?? at, pixels]));
  return [...known.values()].reduce((sum, pixels) => sum + pixels, 0);
};

/** Continues after the event loop has handled other tasks; a timer would be throttled to a second on a hidden page. */
export const nextTurn = (goOn: () => void): void => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    goOn();
  };
  port2.postMessage(null);
};

const drawBox = async (
  page: PDFPageProxy,
  figure: Figure,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> => {
  const scale = scaleOf(figure);
  const { left, top } = figure.box;
  const viewport = page.getViewport({ scale, offsetX: -left * scale, offsetY: -top * scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(widthOf(figure.box) * scale));
  canvas.height = Math.max(1, Math.round(heightOf(figure.box) * scale));
  // For print: a page that is not displayed gets no animation frames to draw in.
  const task = page.render({
    canvas,
    viewport,
    intent: 'print',
    annotationMode: AnnotationMode.DISABLE,
  });
  task.onContinue = nextTurn;
  signal.addEventListener('abort', () => task.cancel());
  await task.promise;
  return canvas;
};

/** Opens a PDF in a separate worker, which ends whatever page it may still be drawing. */
export const openToDraw = async (
  bytes: () => Promise<Uint8Array>,
  password: string | null,
): Promise<{ readonly pdf: PDFDocumentProxy; readonly close: () => void }> => {
  const port = new Worker(workerUrl, { type: 'module' });
  // Its types have no port; its documentation has.
  const worker = new PDFWorker({ port } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  try {
    const data = await bytes();
    const opening = getDocument({
      ...inertDrawing(password),
      data,
      worker,
      maxImageSize: MAX_PIXELS_ON_PAGE,
    });
    return { pdf: await opening.promise, close: () => port.terminate() };
  } catch (error) {
    port.terminate();
    throw error;
  }
};

/** Draws figures of one PDF. `close` frees its memory. */
export type FigureDrawer = {
  readonly draw: (figure: Figure) => Promise<DrawAnswer>;
  readonly close: () => void;
};

/** For the PDF in `bytes`, which are transferred; opened for the first figure. */
export const createFigureDrawer = (
  bytes: () => Promise<Uint8Array>,
  password: string | null,
  pages: ReadonlyMap<number, PrintedPage>,
): FigureDrawer => {
  let opening: ReturnType<typeof openToDraw> | null = null;
  let last: PDFPageProxy | null = null;

  /** First frees what the previous page has decoded. */
  const pageOf = async (index: number): Promise<PDFPageProxy> => {
    opening ??= openToDraw(bytes, password);
    const page = await (await opening).pdf.getPage(index);
    if (last !== page) last?.cleanup();
    last = page;
    return page;
  };

  const drawNow = async (figure: Figure, signal: AbortSignal): Promise<DrawAnswer> => {
    const canvas = await drawBox(await pageOf(figure.page), figure, signal);
    const drawn = await drawBitmap(canvas, { mediaType: 'image/png', isCut: false });
    canvas.width = 0;
    return ok(drawn);
  };

  return {
    async draw(figure) {
      const page = pages.get(figure.page);
      if (page === undefined || pixelsOn(page) > MAX_PIXELS_ON_PAGE) return err('too-many-pixels');
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const late = new Promise<DrawAnswer>((resolve) => {
        signal.addEventListener('abort', () => resolve(err('no-picture')));
      });
      return Promise.race([drawNow(figure, signal), late]);
    },
    close() {
      void opening?.then((opened) => opened.close()).catch(() => undefined);
    },
  };
};
