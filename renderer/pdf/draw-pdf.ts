/**
 * Draws a PDF's pages with pdfjs, loaded when the first page is needed. The legacy build, without WebAssembly and eval:
 * the modern one needs a newer Chromium than the oldest that Precis supports.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PrintedPiece } from '#domain/article/printed/printed-piece.ts';
import type { PictureSize, Rectangle } from '#domain/passage/region/rectangle.ts';
import { MAX_PICTURE_SIDE } from '#domain/picture/stored-picture.ts';
import { inertDrawing } from './inert-drawing.ts';
import { readPieces } from './read-pieces.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** One for all open PDFs: starting it takes longer than reading a PDF. */
let worker: PDFWorker | null = null;
const theWorker = (): PDFWorker => {
  worker ??= new PDFWorker();
  return worker;
};

/** A file that blocks the worker for longer is malicious; the next PDF gets a new worker. */
const PATIENCE_MS = 30_000;

const endWorker = (): void => {
  worker?.destroy();
  worker = null;
};

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      endWorker();
      reject(new Error('The PDF took too long.'));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** A piece of text on a page and its start, in fractions of the page from the upper left. */
export type PrintedText = { readonly text: string; readonly x: number; readonly y: number };

export type PageSize = { readonly width: number; readonly height: number };

/** The dpi, raised if the longer side of the page would have fewer than `leastLength` pixels. */
export type WantedPixels = { readonly dpi: number; readonly leastLength: number };

/** The pixels of a page, and how many of them make a point. */
export type PagePixels = { readonly data: ImageData; readonly perPoint: number };

export type OpenPdf = {
  readonly pages: number;
  /** Width by height of the first page: assumed for a page until it is drawn. */
  readonly aspect: number;
  /** Draws page `number` (from 1) into `canvas`, `widthPx` CSS pixels wide, at the screen's resolution. */
  readonly draw: (
    number: number,
    canvas: HTMLCanvasElement,
    widthPx: number,
    signal?: AbortSignal,
  ) => Promise<void>;
  /** Page `number` as a picture for a printer, at this resolution. */
  readonly picture: (number: number, dpi: number) => Promise<Blob>;
  /** Page `number` as pixels, as many as `wanted` says unless that is too many. */
  readonly pixels: (number: number, wanted: WantedPixels) => Promise<PagePixels>;
  /** A rectangle of page `number`, in points from its upper left corner, as a PNG of its appearance. */
  readonly region: (number: number, rectangle: Rectangle, signal: AbortSignal) => Promise<Blob>;
  /** The text of page `number`, in the order of the file. */
  readonly texts: (number: number) => Promise<readonly PrintedText[]>;
  /** The same, with the place of each letter. */
  readonly pieces: (number: number) => Promise<readonly PrintedPiece[]>;
  /** The sizes of the first `count` pages, in points. */
  readonly sizes: (count: number) => Promise<readonly PageSize[]>;
  readonly close: () => Promise<void>;
};

/** A page is never drawn with more pixels, however large it is shown. */
const MAX_PIXELS = 16_000_000;

const drawPage = async (
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  widthPx: number,
  signal?: AbortSignal,
): Promise<void> => {
  const page = await pdf.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MAX_PIXELS / (plain.width * plain.height));
  const scale = Math.min(most, (widthPx / plain.width) * window.devicePixelRatio);
  const viewport = page.getViewport({ scale });
  if (signal?.aborted === true) return;
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  // pdfjs would request one without alpha, which is black until the page is drawn.
  canvas.getContext('2d', { willReadFrequently: true });
  const task = page.render({ canvas, viewport });
  signal?.addEventListener('abort', () => task.cancel());
  await task.promise;
};

/** The usual resolution of scans. */
const USUAL_DPI = 300;
/** A small region has at least this many pixels along its longer side, within the limits of a file. */
const LEAST_SIDE = 600;
const MOST_DPI = 1200;

/** How many pixels a point of a region is drawn with. */
const pixelsPerPoint = ({ width, height }: PictureSize): number => {
  const longer = Math.max(width, height);
  const wanted = Math.max(USUAL_DPI / POINTS_AN_INCH, LEAST_SIDE / longer);
  return Math.min(MAX_PICTURE_SIDE / longer, MOST_DPI / POINTS_AN_INCH, wanted);
};

/** Draws a rectangle of a page, in points from its upper left corner as displayed. */
const drawRegion = async (
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

/** PDF measures in points: this many an inch. */
const POINTS_AN_INCH = 72;

const drawPicture = async (pdf: PDFDocumentProxy, number: number, dpi: number): Promise<Blob> => {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dpi / POINTS_AN_INCH });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // Frees its memory at once: a page takes 35 MB.
  canvas.width = 0;
  page.cleanup();
  if (blob === null) throw new Error(`Page ${number} could not be drawn.`);
  return blob;
};

const drawPixels = async (
  pdf: PDFDocumentProxy,
  number: number,
  { dpi, leastLength }: WantedPixels,
): Promise<PagePixels> => {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const most = Math.sqrt(MAX_PIXELS / (width * height));
  const perPoint = Math.min(most, Math.max(dpi / POINTS_AN_INCH, leastLength / Math.max(width, height)));
  const viewport = page.getViewport({ scale: perPoint });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error(`Page ${number} could not be drawn.`);
  // For print: a page that is not displayed gets no animation frames to draw in.
  await page.render({ canvas, canvasContext: context, viewport, intent: 'print' }).promise;
  const data = context.getImageData(0, 0, canvas.width, canvas.height);
  canvas.width = 0;
  page.cleanup();
  return { data, perPoint };
};

const readTexts = async (pdf: PDFDocumentProxy, number: number): Promise<readonly PrintedText[]> => {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, bottom = 0] = item.transform as readonly number[];
    return [{ text: item.str, x: left / width, y: 1 - bottom / height }];
  });
};

const readSizes = async (pdf: PDFDocumentProxy, count: number): Promise<readonly PageSize[]> => {
  const sizes: PageSize[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
};

/** Answers each question once: the text of a page never changes. */
const remember = <T>(read: (number: number) => Promise<T>): ((number: number) => Promise<T>) => {
  const known = new Map<number, Promise<T>>();
  return (number) => {
    const answer = known.get(number) ?? read(number);
    known.set(number, answer);
    return answer;
  };
};

const opened = async (task: PDFDocumentLoadingTask): Promise<OpenPdf> => {
  const pdf = await task.promise;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return {
    pages: pdf.numPages,
    aspect: width / height,
    picture: (number, dpi) => drawPicture(pdf, number, dpi),
    region: (...asked) => drawRegion(pdf, ...asked),
    pixels: (number, wanted) => drawPixels(pdf, number, wanted),
    draw: (...asked) => drawPage(pdf, ...asked),
    texts: remember((number) => readTexts(pdf, number)),
    pieces: remember(async (number) => readPieces(await pdf.getPage(number))),
    sizes: (count) => readSizes(pdf, Math.min(count, pdf.numPages)),
    close: () => task.destroy(),
  };
};

/** Opens the bytes of a PDF made by the app itself. The array is transferred to the worker. */
export const openPdf = (bytes: Uint8Array): Promise<OpenPdf> =>
  opened(
    getDocument({
      data: bytes,
      useWasm: false,
      worker: theWorker(),
      // Letters are drawn as shapes: a font added to the window would lay out all of its text again.
      disableFontFace: true,
    }),
  );

/** More pixels than any printed page needs: a larger picture is left out. */
const MAX_PICTURE_PIXELS = 100_000_000;

/** Why a PDF from elsewhere is not shown. */
export type OriginalFailure = 'password-needed' | 'password-wrong' | 'not-drawn';

/** The code that pdfjs gives for a wrong password. */
const INCORRECT_PASSWORD = 2;

const failureOf = (error: unknown): OriginalFailure => {
  if (!(error instanceof Error) || error.name !== 'PasswordException') return 'not-drawn';
  return 'code' in error && error.code === INCORRECT_PASSWORD ? 'password-wrong' : 'password-needed';
};

/** Opens a PDF from elsewhere for viewing only. The password is used once and stored nowhere. */
export const openOriginal = async (
  bytes: Uint8Array,
  password: string | null,
): Promise<OpenPdf | OriginalFailure> => {
  const task = getDocument({
    ...inertDrawing(password),
    data: bytes,
    worker: theWorker(),
    maxImageSize: MAX_PICTURE_PIXELS,
  });
  try {
    const pdf = await inTime(opened(task));
    return {
      ...pdf,
      draw: (...asked) => inTime(pdf.draw(...asked)),
      region: (...asked) => inTime(pdf.region(...asked)),
    };
  } catch (error) {
    void task.destroy();
    return failureOf(error);
  }
};
