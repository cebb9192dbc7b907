/** The marks that readers have left in a PDF, page by page. What a form, a link or a printer needs is none. */
import { AnnotationType, PDFDateString, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BodyBox } from '#domain/article/body/body.ts';
import type { PrintedPiece } from '#domain/article/printed/printed-piece.ts';
import {
  isOnWords,
  MAX_MARKS,
  type PdfMark,
  type PdfMarkKind,
  pdfMarkSchema,
} from '#domain/passage/marks/pdf-mark.ts';
import { type Timestamp, timestampSchema } from '#domain/time.ts';
import { readMeasured, type WordsUnder, wordsUnder } from './measure-letters.ts';

/** What is left of the importer's time is for figures. */
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

/** An annotation as the library gives it; its types know nothing of these fields. */
type Annotation = {
  readonly id: string;
  readonly annotationType: number;
  readonly annotationFlags?: number;
  /** Null where the file states none, as of some popups. */
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

/** Hidden, or not to be seen on a screen (ISO 32000-2, table 167). */
const UNSEEN = 0x02 | 0x20;

/** Of a text as its file says it: its lines, and no sign that steers a machine. */
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

/** A box from two of its corners: see boxSchema. */
const boxOf = (viewport: Viewport, corners: readonly number[]): BodyBox => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners;
  const [[left = 0, top = 0], [right = 0, bottom = 0]] = [
    viewport.convertToViewportPoint(x1, y1),
    viewport.convertToViewportPoint(x2, y2),
  ];
  const { width, height } = viewport;
  const share = (value: number, whole: number): number =>
    Math.round(10_000 * Math.min(1, Math.max(0, value / whole)));
  return [
    share(Math.min(left, right), width),
    share(Math.min(top, bottom), height),
    share(Math.max(left, right), width),
    share(Math.max(top, bottom), height),
  ];
};

const MAX_BOXES = 500;

/** A quadrilateral is four points; its box is between the first and the last, wherever its writer began. */
const boxesOf = (viewport: Viewport, { quadPoints, rect }: Annotation): readonly BodyBox[] => {
  const quads = Array.from(quadPoints ?? []);
  const boxes: BodyBox[] = [];
  for (let at = 0; at + 8 <= quads.length && boxes.length < MAX_BOXES; at += 8) {
    const [xs, ys] = [0, 1].map((axis) => [0, 2, 4, 6].map((point) => quads[at + point + axis] ?? 0));
    if (xs === undefined || ys === undefined) continue;
    boxes.push(boxOf(viewport, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]));
  }
  return boxes.length > 0 || rect === null ? boxes : [boxOf(viewport, rect)];
};

const isReply = ({ inReplyTo, replyType }: Annotation): boolean =>
  typeof inReplyTo === 'string' && replyType !== 'Group';

/** What others have answered to `id`, and to their answers, in the order of the file. */
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
 * A strike-out with a caret is one thought, “replace by”, in a group (ISO 32000-2, 12.5.6.2): the words of the caret
 * are those of the group.
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

/** What its writer says; some programs repeat the marked words there, which says nothing. */
const saidBy = (annotation: Annotation, words: string): string => {
  const own = plain(annotation.contentsObj?.str, 10_000);
  if (own === words) return '';
  const isReplaced =
    annotation.annotationType === AnnotationType.STRIKEOUT && annotation.replyType === 'Group';
  return isReplaced && own !== '' ? `Replace by: ${own}` : own;
};

/** A page that is read: what it draws is asked for where a mark is on words. */
type ReadPage = {
  readonly page: number;
  readonly viewport: Viewport;
  readonly pieces: readonly PrintedPiece[];
};

const SCALE = 10_000;

/**
 * The letters under a mark of words. The library has letters of its own under it, but takes their width without the
 * scale that the page draws them in; they count where ours are not found.
 */
const wordsOf = (annotation: Annotation, boxes: readonly BodyBox[], { pieces }: ReadPage): WordsUnder => {
  const measured = wordsUnder(
    pieces,
    boxes.map(([left, top, right, bottom]) => ({
      left: left / SCALE,
      top: top / SCALE,
      right: right / SCALE,
      bottom: bottom / SCALE,
    })),
  );
  const { words, whole } = measured;
  if (words !== '') return { words: plain(words, 20_000), whole: plain(whole, 20_000) };
  const listed = plain(annotation.overlaidText, 20_000);
  return { words: listed, whole: listed };
};

const markOf = (annotation: Annotation, all: readonly Annotation[], read: ReadPage): readonly PdfMark[] => {
  const kind = kinds.get(annotation.annotationType);
  const boxes = boxesOf(read.viewport, annotation);
  const { words, whole } = kind === 'free-text' ? { words: '', whole: '' } : wordsOf(annotation, boxes, read);
  const said = [saidBy(annotation, words), ...answersTo(all, annotation.id)].filter((each) => each !== '');
  const mark = pdfMarkSchema.safeParse({
    kind,
    page: read.page,
    boxes,
    words,
    ...(whole === words ? {} : { whole }),
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

/** Null where they can't be read; the text of the page is read all the same. */
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

/** What was read, and the pages of which nobody knows whether they hold more. */
export type ReadMarks = { readonly marks: readonly PdfMark[]; readonly unread: readonly number[] };

/** The marks of all pages in their order, as far as there is time, and at most MAX_MARKS. */
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
