import {
  AnnotationMode,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  hasHardlyText,
  isScanned,
  type MachinePage,
  type MachineWord,
} from '#domain/article/machine/machine-page.ts';
import { MAX_ORIGINAL_PAGES } from '#domain/article/pages.ts';
import { type Matrix, multiply } from '#domain/article/printed/printed-piece.ts';
import { hasRightToLeftLetter } from '#domain/text/right-to-left.ts';
import { type DrawnItem, FORM_FONT } from '#renderer/pdf/form/place-values.ts';
import { readTexts } from '#renderer/pdf/form/read-texts.ts';
import { type DrawnPlaces, drawnPlaces } from './figures/drawn-places.ts';
import { mayBeginCaption } from './figures/find-captions.ts';
import { type Operators, walkOperators } from './figures/walk-operators.ts';
import { turnedBack } from './pages-as-read.ts';
import { readable } from './printed-letters.ts';
import type { PrintedItem, PrintedPage } from './printed-text.ts';

/** The rest of the importer's time is for the layout and later steps. */
const READING_MS = 20_000;
/** Earlier the reading speed is not yet known. */
const FIRST_MS = 4000;
/** Pages differ in how long they take. */
const LISTING_SHARE = 0.9;
/**
 * On how many pages figures are searched for: a fixed number, so that every machine that reads all text in time finds
 * the same ones.
 */
const MAX_PICTURED_PAGES = 1000;
/** How many pages without text have their pictures examined; further ones are treated like the last of those. */
const MAX_LOOKED_AT = 40;

export type ReadPages = {
  readonly pages: readonly PrintedPage[];
  /** Pages of the file, from 1, that could not be read. */
  readonly unreadable: readonly number[];
  /** How many pages the file claims to have. */
  readonly count: number;
};

/** A hundredth of a point is invisible; equal letters get equal sizes. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** In degrees: a line that leans less counts as horizontal or vertical. */
const LEAN = 5.7;

/** The direction of a line, as in PrintedItem. */
const angleOf = (along: number, down: number): number => {
  const degrees = (Math.atan2(down, along) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90) * 90;
  const angle = Math.abs(degrees - quarter) <= LEAN ? quarter : round(degrees);
  return (angle + 360) % 360;
};

const itemOf = (drawn: DrawnItem, view: Matrix): PrintedItem => {
  const [a, b, c, d, x, y] = multiply(view, drawn.transform as unknown as Matrix);
  const size = Math.hypot(c, d);
  const angle = angleOf(a, b);
  const { x: left, y: baseline } = turnedBack({ x, y }, angle);
  // Mirrored letters are not text of the page either.
  const isTurned = angle !== 0 || a * d > b * c;
  const isRightToLeft = drawn.dir === 'rtl';
  return {
    text: readable(drawn.str),
    left: round(left),
    right: round(left + drawn.width),
    baseline: round(baseline),
    size: round(size),
    font: drawn.fontName,
    angle,
    isTurned,
    isRightToLeft,
    confidence: null,
  };
};

/** A word from OCR or another reader, as if drawn by the file. */
const itemOfWord = ({ text, left, right, baseline, size, confidence }: MachineWord): PrintedItem => ({
  text,
  left: round(left),
  right: round(right),
  baseline: round(baseline),
  size: round(size),
  font: 'machine',
  angle: 0,
  isTurned: false,
  isRightToLeft: hasRightToLeftLetter(text),
  confidence,
});

/** A page's operators: where its pictures and lines are, without pixels. */
const listOperators = async (page: PDFPageProxy): Promise<Operators> =>
  (await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })) as unknown as Operators;

const PAINTS: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

const areaOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c);

/** A stencil of one pixel is an area of one colour. */
const isOneColour = (operator: number, args: readonly unknown[] | null | undefined): boolean =>
  operator === OPS.paintImageMaskXObject && args?.[1] === 1 && args[2] === 1;

const EVERYWHERE = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/** The total area of a page's pictures, in the units of its own space; overlaps count twice. */
const pictureArea = (operators: Operators): number => {
  let area = 0;
  walkOperators(
    operators,
    { current: [1, 0, 0, 1, 0, 0], seen: EVERYWHERE },
    (operator, args, { current }) => {
      if (PAINTS.has(operator) && !isOneColour(operator, args)) area += areaOf(current);
    },
  );
  return area;
};

/** The share of a page covered by pictures, 0 to 1, from its operators, without drawing it. */
const pictureShare = (page: PDFPageProxy, operators: Operators): number => {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const whole = Math.abs((right - left) * (top - bottom));
  return whole === 0 ? 0 : Math.min(1, pictureArea(operators) / whole);
};

/** Decides whether a page with hardly any text is a scan. */
const createScanFinder = () => {
  let looked = 0;
  let last = false;
  return async (
    page: PDFPageProxy,
    items: readonly PrintedItem[],
    list: () => Promise<Operators>,
  ): Promise<boolean> => {
    const letters = items.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
    if (!hasHardlyText({ letters })) return false;
    if (looked < MAX_LOOKED_AT) last = isScanned({ letters, pictureShare: pictureShare(page, await list()) });
    looked += 1;
    return last;
  };
};

type Reading = {
  readonly machinePages: ReadonlyMap<number, MachinePage>;
  /** How many pages are to be read. */
  readonly count: number;
  readonly startMs: number;
  /** How long the search for figures has taken so far. */
  listingMs: number;
  readonly hasPictures: boolean;
  readonly isScan: ReturnType<typeof createScanFinder>;
};

/** Where a page draws pictures; null if that can't be determined. */
const placesOn = async (
  list: () => Promise<Operators>,
  view: Matrix,
  size: Pick<PrintedPage, 'width' | 'height'>,
): Promise<DrawnPlaces | null> => {
  try {
    return drawnPlaces(await list(), view, size);
  } catch {
    // It draws more than is listed.
    return null;
  }
};

/**
 * Whether there is time to search for figures on a page: the text of all pages has priority, at the speed so far. The
 * speed of the first pages means little, since shared resources are read with them.
 */
const hasTimeToList = (index: number, { count, startMs, listingMs }: Reading): boolean => {
  const passedMs = performance.now() - startMs;
  if (passedMs < FIRST_MS) return true;
  const textMs = (passedMs - listingMs) / index;
  return passedMs + (count - index) * textMs <= LISTING_SHARE * READING_MS;
};

/** Words with which the caption of a figure may begin: charts consist of lines even in files without pictures. */
const isOfCaption = ({ text }: PrintedItem): boolean => mayBeginCaption(text);

/** Whether a page's words are from OCR: then the page is a picture of them. */
const isReadFromPicture = (known: MachinePage): boolean =>
  known.words.every(({ confidence }) => confidence !== null);

const readPage = async (page: PDFPageProxy, index: number, reading: Reading): Promise<PrintedPage> => {
  const view = page.getViewport({ scale: 1 });
  const matrix = view.transform as unknown as Matrix;
  const sized = { index, width: view.width, height: view.height };
  const known = reading.machinePages.get(index);
  const listed = { operators: null as Promise<Operators> | null };
  const list = (): Promise<Operators> => (listed.operators ??= listOperators(page));
  const drawn = async (words: readonly PrintedItem[]) => {
    if (!reading.hasPictures && !words.some(isOfCaption)) return {};
    if (index > MAX_PICTURED_PAGES || !hasTimeToList(index, reading)) return { drawn: null };
    const beganMs = performance.now();
    const places = await placesOn(list, matrix, sized);
    reading.listingMs += performance.now() - beganMs;
    return { drawn: places };
  };
  if (known !== undefined) {
    const words = known.words.map(itemOfWord);
    // The picture of a page shows what was filled in on it.
    if (isReadFromPicture(known)) return { ...sized, items: words, isScanned: false };
    const filled = (await readTexts(page)).items.filter(({ fontName }) => fontName === FORM_FONT);
    const items = [...words, ...filled.map((item) => itemOf(item, matrix))];
    return { ...sized, items, isScanned: false, ...(await drawn(words)) };
  }
  const { items } = await readTexts(page);
  const read = items.map((item) => itemOf(item, matrix));
  // What was typed on a scanned form is no text of the scan.
  const isScanned = await reading.isScan(
    page,
    read.filter(({ font }) => font !== FORM_FONT),
    list,
  );
  const places = await drawn(read);
  page.cleanup();
  return { ...sized, items: read, isScanned, ...places };
};

/**
 * Reads the pages one after the other, as far as time allows. One that can't be read does not affect the others; one of
 * `machinePages` is used as read there. `hasPictures` says whether to search for figures; that is skipped if it would
 * leave too little time for the text.
 */
export const readPages = async (
  pdf: PDFDocumentProxy,
  machinePages: readonly MachinePage[],
  hasPictures: boolean,
): Promise<ReadPages> => {
  const count = pdf.numPages;
  const reading: Reading = {
    hasPictures,
    machinePages: new Map(machinePages.map((page) => [page.index, page])),
    isScan: createScanFinder(),
    count: Math.min(count, MAX_ORIGINAL_PAGES),
    startMs: performance.now(),
    listingMs: 0,
  };
  const pages: PrintedPage[] = [];
  const unreadable: number[] = [];
  for (let index = 1; index <= reading.count; index += 1) {
    if (performance.now() - reading.startMs > READING_MS) break;
    try {
      pages.push(await readPage(await pdf.getPage(index), index, reading));
    } catch {
      unreadable.push(index);
    }
  }
  return { pages, unreadable, count };
};
