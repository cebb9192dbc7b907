/** Readers' marks in a PDF, page by page, without annotations of forms, links and printing. */
import { AnnotationType, PDFDateString, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BodyBox } from '#domain/article/body/body.ts';
import {
  isOnWords,
  MAX_MARKS,
  type PdfMark,
  type PdfMarkKind,
  pdfMarkSchema,
} from '#domain/passage/marks/pdf-mark.ts';
import { type Timestamp, timestampSchema } from '#domain/time.ts';
import type { DrawnPiece } from '#renderer/pdf/read-pieces.ts';
import { readMeasured } from './measure-letters.ts';
import { type Beside, type Like, type Quad, quadOf, type WordsUnder, wordsUnder } from './words-under.ts';

/** The rest of the importer's time is for figures. */
const READING_MS = 8000;

const kinds: ReadonlyMap<number, PdfMarkKind> = new Map([
  [AnnotationType.HIGHLIGHT, 'highlight'],
  [AnnotationType.UNDERLINE, 'underline'],
  [AnnotationType.SQUIGGLY, 'squiggly'],
  [AnnotationType.STRIKEOUT, 'strike-out'],
  [AnnotationType.TEXT, 'note'],
  [AnnotationType.FREETEXT, 'free-text'],
  [AnnotationType.INK, 'drawing'],
  [AnnotationType.LINE, 'shape'],
  [AnnotationType.SQUARE, 'shape'],
  [AnnotationType.CIRCLE, 'shape'],
  [AnnotationType.POLYGON, 'shape'],
  [AnnotationType.POLYLINE, 'shape'],
  [AnnotationType.STAMP, 'stamp'],
  [AnnotationType.CARET, 'caret'],
]);

/** An annotation from pdfjs, whose types lack these fields. */
type Annotation = {
  readonly id: string;
  readonly annotationType: number;
  readonly annotationFlags?: number;
  /** Null if the file states none, as for some popups. */
  readonly rect: readonly number[] | null;
  readonly quadPoints?: ArrayLike<number> | null;
  readonly overlaidText?: string;
  readonly contentsObj?: { readonly str: string };
  readonly titleObj?: { readonly str: string };
  readonly creationDate?: string | null;
  readonly modificationDate?: string | null;
  readonly color?: ArrayLike<number> | null;
  readonly inReplyTo?: string | null;
  readonly replyType?: string;
  readonly stateModel?: string | null;
};

/** Hidden, or not shown on screen (ISO 32000-2, table 167). */
const UNSEEN = 0x02 | 0x20;

/** A text from the file with its line breaks and without control characters. */
const plain = (text: string | undefined, max: number): string =>
  (text ?? '')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
    .slice(0, max);

const timeOf = ({ creationDate, modificationDate }: Annotation): Timestamp | null => {
  const date = PDFDateString.toDateObject(creationDate ?? modificationDate ?? '');
  const parsed = timestampSchema.safeParse(Number.isNaN(date?.getTime()) ? null : date?.toISOString());
  return parsed.success ? parsed.data : null;
};

const colourOf = ({ color }: Annotation): string | null =>
  color === undefined || color === null || color.length !== 3
    ? null
    : `#${Array.from(color, (part) => part.toString(16).padStart(2, '0')).join('')}`;

type Viewport = {
  readonly width: number;
  readonly height: number;
  readonly convertToViewportPoint: (x: number, y: number) => number[];
};

type Place = { readonly x: number; readonly y: number };

const MAX_BOXES = 500;

/**
 * The points of the displayed page that bound each line of a mark: four if the file has quadrilaterals, which may begin
 * at any corner; otherwise two corners of its rectangle.
 */
const placesOf = (viewport: Viewport, { quadPoints, rect }: Annotation): readonly (readonly Place[])[] => {
  const at = (x = 0, y = 0): Place => {
    const [px = 0, py = 0] = viewport.convertToViewportPoint(x, y);
    return { x: px, y: py };
  };
  const points = Array.from(quadPoints ?? []);
  const quads: (readonly Place[])[] = [];
  for (let from = 0; from + 8 <= points.length && quads.length < MAX_BOXES; from += 8)
    quads.push([0, 2, 4, 6].map((point) => at(points[from + point], points[from + point + 1])));
  return quads.length > 0 || rect === null ? quads : [[at(rect[0], rect[1]), at(rect[2], rect[3])]];
};

type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const edgesOf = (places: readonly Place[]): Edges => {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

/** The box around points: see boxSchema. */
const boxAround = ({ width, height }: Viewport, places: readonly Place[]): BodyBox => {
  const { left, top, right, bottom } = edgesOf(places);
  const share = (value: number, whole: number): number =>
    Math.round(10_000 * Math.min(1, Math.max(0, value / whole)));
  return [share(left, width), share(top, height), share(right, width), share(bottom, height)];
};

const quadAround = (viewport: Viewport, places: readonly Place[]): Quad => {
  const { left, top, right, bottom } = edgesOf(places);
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return quadOf(places.length === 4 ? places : corners, viewport);
};

const isReply = ({ inReplyTo, replyType }: Annotation): boolean =>
  typeof inReplyTo === 'string' && replyType !== 'Group';

/** All replies to `id`, nested ones included, in file order. */
const answersTo = (all: readonly Annotation[], id: string, depth = 0): readonly string[] =>
  depth > 20
    ? []
    : all
        .filter((each) => isReply(each) && each.inReplyTo === id && typeof each.stateModel !== 'string')
        .flatMap((each) => {
          const [who, what] = [plain(each.titleObj?.str, 200), plain(each.contentsObj?.str, 20_000)];
          const line = who === '' ? what : `${who}: ${what}`;
          return [...(what === '' ? [] : [line]), ...answersTo(all, each.id, depth + 1)];
        });

/**
 * A strike-out with a caret is one mark, “replace by”, as a group (ISO 32000-2, 12.5.6.2): the caret's text is that of
 * the group.
 */
const groupedCarets = (all: readonly Annotation[]): ReadonlySet<string> =>
  new Set(
    all.flatMap(({ inReplyTo, replyType }) =>
      typeof inReplyTo === 'string' && replyType === 'Group' ? [inReplyTo] : [],
    ),
  );

const hasOwnPlace = (annotation: Annotation, grouped: ReadonlySet<string>): boolean =>
  kinds.has(annotation.annotationType) &&
  ((annotation.annotationFlags ?? 0) & UNSEEN) === 0 &&
  !isReply(annotation) &&
  !(annotation.annotationType === AnnotationType.CARET && grouped.has(annotation.id));

/** The writer's text; some programs repeat the marked words there, which is dropped. */
const saidBy = (annotation: Annotation, words: string): string => {
  const own = plain(annotation.contentsObj?.str, 10_000);
  if (own === words) return '';
  const isReplaced =
    annotation.annotationType === AnnotationType.STRIKEOUT && annotation.replyType === 'Group';
  return isReplaced && own !== '' ? `Replace by: ${own}` : own;
};

/** A page that was read; its operators are only requested for marks on words. */
type ReadPage = {
  readonly page: number;
  readonly viewport: Viewport;
  readonly pieces: readonly DrawnPiece[];
};

/**
 * The letters under a mark on words. pdfjs also gives letters, but takes their width without the page's scale; they are
 * used if ours are not found.
 */
const wordsOf = (
  annotation: Annotation,
  quads: readonly Quad[],
  { pieces }: ReadPage,
): WordsUnder & Beside & Like => {
  const { words, whole, before, after, ...like } = wordsUnder(pieces, quads);
  if (words !== '')
    return {
      words: plain(words, 20_000),
      whole: plain(whole, 20_000),
      before: plain(before, 100),
      after: plain(after, 100),
      ...like,
    };
  const listed = plain(annotation.overlaidText, 20_000);
  return { words: listed, whole: listed, before: '', after: '' };
};

const markOf = (annotation: Annotation, all: readonly Annotation[], read: ReadPage): readonly PdfMark[] => {
  const kind = kinds.get(annotation.annotationType);
  const { viewport } = read;
  const places = placesOf(viewport, annotation);
  const boxes = places.map((each) => boxAround(viewport, each));
  const quads = places.map((each) => quadAround(viewport, each));
  const { words, whole, before, after, ...like } =
    kind === 'free-text' ? { words: '', whole: '', before: '', after: '' } : wordsOf(annotation, quads, read);
  const said = [saidBy(annotation, words), ...answersTo(all, annotation.id)].filter((each) => each !== '');
  const mark = pdfMarkSchema.safeParse({
    kind,
    page: read.page,
    boxes,
    words,
    ...(whole === words ? {} : { whole }),
    ...(before + after === '' ? {} : { beside: { before, after } }),
    ...like,
    note: said.join('\n').slice(0, 20_000),
    writer: plain(annotation.titleObj?.str, 200) || null,
    at: timeOf(annotation),
    colour: colourOf(annotation),
  });
  return mark.success ? [mark.data] : [];
};

const marksOfPage = (all: readonly Annotation[], read: ReadPage): readonly PdfMark[] => {
  const grouped = groupedCarets(all);
  return all
    .filter((annotation) => hasOwnPlace(annotation, grouped))
    .flatMap((annotation) => markOf(annotation, all, read));
};

const isMarkOnWords = ({ annotationType }: Annotation): boolean => {
  const kind = kinds.get(annotationType);
  return kind !== undefined && isOnWords({ kind });
};

/** Null if they can't be read; the text of the page is read all the same. */
const marksOn = async (pdf: PDFDocumentProxy, index: number): Promise<readonly PdfMark[] | null> => {
  try {
    const page = await pdf.getPage(index);
    const all = (await page.getAnnotations()) as unknown as readonly Annotation[];
    const viewport = page.getViewport({ scale: 1 }) as Viewport;
    const pieces = all.some(isMarkOnWords) ? await readMeasured(page).catch(() => []) : [];
    const marks = marksOfPage(all, { page: index, viewport, pieces });
    page.cleanup();
    return marks;
  } catch {
    return null;
  }
};

/** The marks read, and the pages that may have more. */
export type ReadMarks = { readonly marks: readonly PdfMark[]; readonly unread: readonly number[] };

/** The marks of all pages in order, as far as time allows, and at most MAX_MARKS. */
export const readMarks = async (
  pdf: PDFDocumentProxy,
  pages: readonly number[],
  readingMs = READING_MS,
): Promise<ReadMarks> => {
  const startMs = performance.now();
  const marks: PdfMark[] = [];
  const unread: number[] = [];
  for (const index of pages) {
    const isOver = performance.now() - startMs > readingMs || marks.length >= MAX_MARKS;
    const found = isOver ? null : await marksOn(pdf, index);
    if (found === null) unread.push(index);
    else marks.push(...found);
  }
  return { marks: marks.slice(0, MAX_MARKS), unread };
};
