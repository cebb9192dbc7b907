/**
 * Writes passages as marks into a copy of a PDF. pdfjs appends them as an incremental update (ISO 32000-2, 7.5.6), so
 * that the bytes of the file stay as they are, encrypted if it is. The copy is then opened again, and only returned if
 * every mark is found in it.
 */
import { type PDFDocumentProxy, type PDFPageProxy, PermissionFlag } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BodyBox } from '#domain/article/body/body.ts';
import type { PagedRange } from '#domain/article/pages.ts';
import { placeLetters } from '#domain/article/printed/place-letters.ts';
import { around, type PageBox, type PlacedLetter } from '#domain/article/printed/printed-piece.ts';
import type { MarkAnswer, MarkRequest } from '#domain/contract/importer-bridge.ts';
import {
  type CopiedPassage,
  FRAME_LINE,
  frameColour,
  type MarkedCopy,
  markerColour,
  sayCopiedMark,
} from '#domain/passage/marks/copied-mark.ts';
import { haveSameLetters } from '#domain/passage/marks/find-words.ts';
import type { PdfMark } from '#domain/passage/marks/pdf-mark.ts';
import { err, ok } from '#domain/result.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { toBase64 } from '../../picture/data-address.ts';
import { openPdf } from '../parse-pdf.ts';
import { readMeasured } from './measure-letters.ts';
import { readMarks } from './read-marks.ts';

/** The part of a passage on one page, in fractions of the page. */
type Part = { readonly page: number; readonly boxes: readonly PageBox[]; readonly isRegion: boolean };

/** A passage with its parts in page order. */
type Placed = { readonly at: number; readonly passage: CopiedPassage; readonly parts: readonly Part[] };

/** In letter heights: the maximum width of white space within a line. */
const MAX_GAP = 1.5;

const heightOf = ({ top, bottom }: PageBox): number => bottom - top;

const overlaps = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** Whether letters are on one line with at most a word gap: between the cells of a row there may be other words. */
const isOneLine = (a: PageBox, b: PageBox): boolean => {
  const least = Math.min(heightOf(a), heightOf(b));
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= 0.5 * least && Math.max(a.left, b.left) - Math.min(a.right, b.right) < MAX_GAP * least;
};

/** Kerned letters overlap: the mark of one ends where the next begins. */
const cutBefore = (box: PageBox, next: PageBox | undefined): PageBox =>
  next !== undefined && isOneLine(box, next) && next.left > (box.left + box.right) / 2
    ? { ...box, right: Math.min(box.right, next.left) }
    : box;

/** The boxes around the letters of a passage, one for each line. */
const linesOf = (letters: readonly PlacedLetter[], ranges: readonly TextRange[]): readonly PageBox[] => {
  const lines: PageBox[] = [];
  for (const [at, letter] of letters.entries()) {
    if (!ranges.some((range) => overlaps(letter, range))) continue;
    const box = cutBefore(letter.box, letters[at + 1]?.box);
    const last = lines.at(-1);
    if (last !== undefined && isOneLine(last, box)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
};

const LETTER = /[\p{L}\p{N}]/u;
const countLetters = (text: string): number => [...text].filter((sign) => LETTER.test(sign)).length;

/** The share of a passage's letters that must be found on the pages. */
const ENOUGH = 0.8;

const byPage = (printed: readonly PagedRange[]): ReadonlyMap<number, readonly PagedRange[]> => {
  const pages = new Map<number, PagedRange[]>();
  for (const range of printed) {
    const there = pages.get(range.index);
    if (there === undefined) pages.set(range.index, [range]);
    else there.push(range);
  }
  return pages;
};

/** The letters of the pages with words of a passage; a page that can't be read has none. */
const readLetters = async (
  pdf: PDFDocumentProxy,
  { text, printed, passages }: MarkRequest,
): Promise<ReadonlyMap<number, readonly PlacedLetter[]>> => {
  const ranges = passages.flatMap(({ place }) => (place.kind === 'words' ? place.ranges : []));
  const letters = new Map<number, readonly PlacedLetter[]>();
  for (const [index, onPage] of byPage(printed)) {
    if (index > pdf.numPages || !onPage.some((each) => ranges.some((range) => overlaps(each, range))))
      continue;
    const page = await pdf.getPage(index);
    const pieces = await readMeasured(page).catch(() => []);
    letters.set(
      index,
      placeLetters(text, onPage, pieces).toSorted((a, b) => a.start - b.start),
    );
    page.cleanup();
  }
  return letters;
};

type Reading = { readonly text: string; readonly letters: ReadonlyMap<number, readonly PlacedLetter[]> };

const partsOfWords = (ranges: readonly TextRange[], { text, letters }: Reading): readonly Part[] => {
  const all = [...letters].toSorted(([a], [b]) => a - b);
  const parts = all
    .map(([page, onPage]) => ({ page, boxes: linesOf(onPage, ranges), isRegion: false }))
    .filter(({ boxes }) => boxes.length > 0);
  const found = all
    .flatMap(([, onPage]) => onPage)
    .filter((letter) => ranges.some((range) => overlaps(letter, range)))
    .map(({ start, end }) => countLetters(text.slice(start, end)));
  const wanted = ranges.reduce((sum, { start, end }) => sum + countLetters(text.slice(start, end)), 0);
  const isFound = found.reduce((sum, count) => sum + count, 0) >= ENOUGH * wanted;
  return isFound ? parts : [];
};

const partOfRegion = async (
  pdf: PDFDocumentProxy,
  { page: index, rectangle: { x, y, w, h }, within }: Extract<CopiedPassage['place'], { kind: 'region' }>,
): Promise<readonly Part[]> => {
  if (index > pdf.numPages) return [];
  const { width, height } = within ?? (await pdf.getPage(index)).getViewport({ scale: 1 });
  const box = { left: x / width, top: y / height, right: (x + w) / width, bottom: (y + h) / height };
  return [{ page: index, boxes: [box], isRegion: true }];
};

const placeAll = async (pdf: PDFDocumentProxy, request: MarkRequest): Promise<readonly Placed[]> => {
  const reading = { text: request.text, letters: await readLetters(pdf, request) };
  return Promise.all(
    request.passages.map(async (passage, at) => ({
      at,
      passage,
      parts:
        passage.place.kind === 'words'
          ? partsOfWords(passage.place.ranges, reading)
          : await partOfRegion(pdf, passage.place),
    })),
  );
};

/** Red, green and blue from 0 to 255. */
const rgbOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

type Corner = readonly [x: number, y: number];

/** The corners of a box in page units: top left, top right, bottom left, bottom right, as displayed. */
const cornersOf = (page: PDFPageProxy, { left, top, right, bottom }: PageBox): readonly Corner[] => {
  const viewport = page.getViewport({ scale: 1 });
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => {
    const [px = 0, py = 0] = viewport.convertToPdfPoint(x * viewport.width, y * viewport.height) as number[];
    return [Math.round(px * 1000) / 1000, Math.round(py * 1000) / 1000];
  });
};

const rectAround = (corners: readonly Corner[], margin: number): readonly number[] => {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [
    Math.min(...xs) - margin,
    Math.min(...ys) - margin,
    Math.max(...xs) + margin,
    Math.max(...ys) + margin,
  ];
};

/** The outline of a box from its corners. */
const around4 = ([a, b, c, d]: readonly Corner[]): readonly Corner[] =>
  a === undefined || b === undefined || c === undefined || d === undefined ? [] : [a, b, d, c];

/** Highlights words. */
const highlightOf = (boxes: readonly (readonly Corner[])[], rgb: readonly number[]) => ({
  annotationType: 9,
  color: rgb,
  rect: rectAround(boxes.flat(), 0),
  quadPoints: boxes.flatMap((corners) => corners.flat()),
  outlines: boxes.map((corners) => around4(corners).flat()),
});

/** A region gets a line around it: an ink drawing, since pdfjs writes no rectangles. */
const frameOf = (boxes: readonly (readonly Corner[])[], rgb: readonly number[]) => {
  const corners = around4(boxes[0] ?? []);
  const closed = [...corners, ...corners.slice(0, 1)];
  const NONE = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  return {
    annotationType: 15,
    color: rgb,
    thickness: FRAME_LINE,
    rect: rectAround(corners, FRAME_LINE / 2),
    paths: { lines: [closed.flatMap(([x, y]) => [...NONE, x, y])], points: [closed.flat()] },
  };
};

/** What is written for a part, and what the copy is checked for. */
type Written = { readonly at: number; readonly part: Part; readonly says: string };

/** A constant date: pdfjs writes one in any case. */
const NO_DATE = new Date(0);

/** The annotation that pdfjs writes for a part, without author and text. */
const drawPart = (page: PDFPageProxy, { boxes, isRegion }: Part, { look }: CopiedPassage['label']) => {
  const corners = boxes.map((box) => cornersOf(page, box));
  return isRegion
    ? frameOf(corners, rgbOf(frameColour(look)))
    : highlightOf(corners, rgbOf(markerColour(look)));
};

/** Adds the marks of a passage to the document, until it is saved. */
const writePassage = async (
  pdf: PDFDocumentProxy,
  { at, passage, parts }: Placed,
): Promise<readonly Written[]> => {
  const { label, note, writer } = passage;
  const written: Written[] = [];
  for (const [nth, part] of parts.entries()) {
    const drawn = drawPart(await pdf.getPage(part.page), part, label);
    const [from, to] = [parts[nth - 1]?.page ?? null, parts[nth + 1]?.page ?? null];
    const says = sayCopiedMark(label.name, { from, to }, nth === 0 ? note : '');
    const [, , right = 0, top = 0] = drawn.rect;
    pdf.annotationStorage.setValue(`pdfjs_internal_editor_${at}_${nth}`, {
      ...drawn,
      pageIndex: part.page - 1,
      rotation: 0,
      opacity: 1,
      date: passage.at === null ? NO_DATE : new Date(passage.at),
      ...(writer === null ? {} : { user: writer }),
      popup: { contents: says, rect: [right, top - 100, right + 180, top] },
    });
    written.push({ at, part, says });
  }
  return written;
};

const DATE = /(\/Subtype \/(?:Highlight|Ink) )(\/CreationDate \((?:[^\\()]|\\[\s\S])*\))/gu;

/** Bytes as characters of one byte each, and back. */
const decodeBytes = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
};
const encodeBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Replaces the dates in marks with white space, since the file refers to byte offsets. */
const withoutDates = (tail: Uint8Array): Uint8Array =>
  encodeBytes(
    decodeBytes(tail).replace(DATE, (_, before: string, date: string) => before + ' '.repeat(date.length)),
  );

/** Page edges are read in ten-thousandths; a frame's line is drawn around it. */
const SCALE = 10_000;
const TOLERANCE = 60;

const edgesOf = ({ left, top, right, bottom }: PageBox): readonly number[] =>
  [left, top, right, bottom].map((edge) => edge * SCALE);

const aroundBoxes = (boxes: readonly BodyBox[]): readonly number[] => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

const isSame = ({ part, says }: Written, { page, note, boxes }: PdfMark): boolean => {
  const read = aroundBoxes(boxes);
  const wanted = edgesOf(part.boxes.reduce(around));
  return (
    page === part.page &&
    note === says &&
    wanted.every((edge, at) => Math.abs(edge - (read[at] ?? Number.POSITIVE_INFINITY)) < TOLERANCE)
  );
};

const READING_MS = 20_000;

/** The letters under each written mark, by passage; null if the copy lacks one. */
const readBack = async (
  copy: PDFDocumentProxy,
  written: readonly Written[],
): Promise<ReadonlyMap<number, string> | null> => {
  const pages = [...new Set(written.map(({ part }) => part.page))];
  const { marks } = await readMarks(copy, pages, READING_MS);
  const words = new Map<number, string>();
  for (const mark of written) {
    const found = marks.find((each) => isSame(mark, each));
    if (found === undefined) return null;
    words.set(mark.at, `${words.get(mark.at) ?? ''}${found.words}`);
  }
  return words;
};

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length > start.length && start.every((byte, at) => bytes[at] === byte);

/** The words of a passage in the order of its parts. */
const wordsOf = (text: string, { place }: CopiedPassage): string | null =>
  place.kind === 'region' ? null : place.ranges.map(({ start, end }) => text.slice(start, end)).join(' ');

const isNear = ({ at, passage }: Placed, text: string, read: ReadonlyMap<number, string>): boolean => {
  const words = wordsOf(text, passage);
  return words !== null && !haveSameLetters(words, read.get(at) ?? '');
};

const mayMark = async (pdf: PDFDocumentProxy): Promise<boolean> => {
  const permissions = await pdf.getPermissions();
  return permissions === null || permissions.has(PermissionFlag.MODIFY_ANNOTATIONS);
};

const isSigned = async (pdf: PDFDocumentProxy): Promise<boolean> => {
  const { info } = await pdf.getMetadata();
  return 'IsSignaturesPresent' in info && info.IsSignaturesPresent === true;
};

/** The bytes that pdfjs appends to the file for the passages; null if the copy fails its check. */
const makeTail = async (
  pdf: PDFDocumentProxy,
  { marksInto: original, password, passages }: MarkRequest,
  placed: readonly Placed[],
  open: typeof openPdf,
): Promise<{ readonly tail: Uint8Array; readonly read: ReadonlyMap<number, string> } | null> => {
  const written: Written[] = [];
  for (const each of placed) written.push(...(await writePassage(pdf, each)));
  const copy = await pdf.saveDocument();
  if (!startsWith(copy, original)) return null;
  const appended = copy.subarray(original.length);
  const tail = passages.every(({ at }) => at === null) ? withoutDates(appended) : appended;
  const bytes = new Uint8Array(original.length + tail.length);
  bytes.set(original);
  bytes.set(tail, original.length);
  const opened = await open(bytes, password);
  try {
    const read = opened.numPages === pdf.numPages ? await readBack(opened, written) : null;
    return read === null ? null : { tail, read };
  } finally {
    await opened.loadingTask.destroy();
  }
};

/** The bytes of a marked copy after those of the file. Throws a DocumentError as parsePdf does. */
export const markCopy = async (request: MarkRequest, open: typeof openPdf = openPdf): Promise<MarkAnswer> => {
  const pdf = await open(request.marksInto.slice(), request.password);
  try {
    if (!(await mayMark(pdf))) return err('marks-forbidden');
    const all = await placeAll(pdf, request);
    const placed = all.filter(({ parts }) => parts.length > 0);
    if (placed.length === 0) return err('marks-unplaced');
    const made = await makeTail(pdf, request, placed, open);
    if (made === null) return err('copy-unsound');
    const copy: MarkedCopy = {
      tail: toBase64(made.tail),
      unplaced: all.filter(({ parts }) => parts.length === 0).map(({ at }) => at),
      near: placed.filter((each) => isNear(each, request.text, made.read)).map(({ at }) => at),
      isSigned: await isSigned(pdf),
    };
    return ok(copy);
  } finally {
    await pdf.loadingTask.destroy();
  }
};
