import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply } from '#domain/article/printed/matrix.ts';
import { readable } from './layout/printed-letters.ts';
import type { PrintedItem, PrintedPage } from './layout/printed-text.ts';

/** What is left of the importer's time is for the layout and for what comes after. */
const READING_MS = 20_000;
/** The largest report has fewer; a file that claims more is made to harm. */
const MAX_PAGES = 5000;

export type ReadPages = {
  readonly pages: readonly PrintedPage[];
  /** Pages of the file, from 1, that could not be read. */
  readonly unreadable: readonly number[];
  /** How many the file says that it has. */
  readonly count: number;
};

type Drawn = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
};

/** A hundredth of a point is nothing that anybody sees; equal letters get equal sizes. */
const round = (value: number): number => Math.round(value * 100) / 100;

const itemOf = (drawn: Drawn, view: Matrix): PrintedItem => {
  const [a, b, c, d, left, baseline] = multiply(view, drawn.transform as unknown as Matrix);
  const size = Math.hypot(c, d);
  // On the level, upright, whatever the page is turned by.
  const isTurned = Math.abs(b) > 0.1 * Math.abs(a) || d > 0;
  const isRightToLeft = drawn.dir === 'rtl';
  return {
    text: readable(drawn.str),
    left: round(left),
    right: round(left + drawn.width),
    baseline: round(baseline),
    size: round(size),
    font: drawn.fontName,
    isTurned,
    isRightToLeft,
  };
};

const readPage = async (page: PDFPageProxy, index: number): Promise<PrintedPage> => {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const read = items.flatMap((item) =>
    'str' in item ? [itemOf(item as Drawn, view.transform as unknown as Matrix)] : [],
  );
  page.cleanup();
  return { index, width: view.width, height: view.height, items: read };
};

/** Reads the pages one after the other, for as long as there is time. One that can't be read leaves the others alone. */
export const readPages = async (pdf: PDFDocumentProxy): Promise<ReadPages> => {
  const started = performance.now();
  const pages: PrintedPage[] = [];
  const unreadable: number[] = [];
  const count = pdf.numPages;
  for (let index = 1; index <= Math.min(count, MAX_PAGES); index += 1) {
    if (performance.now() - started > READING_MS) break;
    try {
      pages.push(await readPage(await pdf.getPage(index), index));
    } catch {
      unreadable.push(index);
    }
  }
  return { pages, unreadable, count };
};
