/**
 * Draws a PDF's pages by pdfjs. Loaded when the first preview is asked for. The legacy build, without WebAssembly
 * and without eval: the modern one needs a newer Chromium than the oldest that Precis starts on.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { PrintedText } from './match-texts.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** One for all PDFs that are opened after one another: starting it takes longer than reading a PDF. */
const worker = new PDFWorker();

export type OpenPdf = {
  readonly pages: number;
  /** Width by height of the first page: what a page is taken to be before it is drawn. */
  readonly aspect: number;
  /** Draws page `number` (from 1) into `canvas`, `widthPx` CSS pixels wide, sharp on this screen. */
  readonly draw: (number: number, canvas: HTMLCanvasElement, widthPx: number) => Promise<void>;
  /** Page `number` (from 1) as a picture for a printer, of so many dots an inch. */
  readonly picture: (number: number, dpi: number) => Promise<Blob>;
  /** What is written on page `number`, in the order of the file. */
  readonly texts: (number: number) => Promise<readonly PrintedText[]>;
  readonly close: () => Promise<void>;
};

const drawPage = async (
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  widthPx: number,
): Promise<void> => {
  const page = await pdf.getPage(number);
  const scale = (widthPx / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
};

/** PDF measures in points, of which an inch has so many. */
const POINTS_AN_INCH = 72;

const drawPicture = async (pdf: PDFDocumentProxy, number: number, dpi: number): Promise<Blob> => {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dpi / POINTS_AN_INCH });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // Its memory is given back at once: a page has 35 MB of it.
  canvas.width = 0;
  page.cleanup();
  if (blob === null) throw new Error(`Page ${number} could not be drawn.`);
  return blob;
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

/** Opens the bytes of a PDF. The array is given away: the worker keeps it. */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const task = getDocument({ data: bytes, useWasm: false, worker });
  const pdf = await task.promise;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  const texts = new Map<number, Promise<readonly PrintedText[]>>();
  return {
    pages: pdf.numPages,
    aspect: width / height,
    picture: (number, dpi) => drawPicture(pdf, number, dpi),
    draw: (number, canvas, widthPx) => drawPage(pdf, number, canvas, widthPx),
    texts: (number) => {
      const read = texts.get(number) ?? readTexts(pdf, number);
      texts.set(number, read);
      return read;
    },
    close: () => task.destroy(),
  };
};
