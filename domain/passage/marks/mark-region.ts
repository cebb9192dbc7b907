/**
 * Marks without words: a drawing, a shape, a stamp, a highlight on a page without text. They mark an area of the
 * page, and become a region of it.
 */
import { z } from 'zod';
import type { BodyBox } from '../../article/body/body.ts';
import type { StoredPicture } from '../../picture/stored-picture.ts';
import {
  type OriginalPage,
  originalPageSchema,
  pageRectangleSchema,
  wholePoints,
} from '../region/page-region.ts';
import { type PictureSize, type Rectangle, rectangleBetween } from '../region/rectangle.ts';
import { FRAME_LINE, readCopiedMark } from './copied-mark.ts';
import { isOnWords, type PdfMark } from './pdf-mark.ts';

/** Whether a mark that is not on words marks an area of its page. A note is a comment instead. */
export const marksPart = ({ kind }: Pick<PdfMark, 'kind'>): boolean =>
  isOnWords({ kind }) || kind === 'drawing' || kind === 'shape' || kind === 'stamp';

/** In ten-thousandths of a page: strokes this close belong together, as when a hand lifts the pen and continues. */
const NEAR = 150;

const around = (boxes: readonly BodyBox[]): BodyBox => [
  Math.min(...boxes.map(([left]) => left)),
  Math.min(...boxes.map(([, top]) => top)),
  Math.max(...boxes.map(([, , right]) => right)),
  Math.max(...boxes.map(([, , , bottom]) => bottom)),
];

const touch = ([l, t, r, b]: BodyBox, [left, top, right, bottom]: BodyBox): boolean =>
  l <= right + NEAR && left <= r + NEAR && t <= bottom + NEAR && top <= b + NEAR;

/** What one hand has drawn: strokes of the same kind, colour and writer. */
const handOf = ({ kind, page, colour, writer }: PdfMark): string =>
  JSON.stringify([kind, page, colour, writer]);

/**
 * Joins the strokes of one hand that touch, where at most one of them has text. Returns, for each joined stroke,
 * the index in `marks` of the first. Only marks for which `isDrawn` holds are considered.
 */
export const strokesOfFirst = (
  marks: readonly PdfMark[],
  isDrawn: (at: number) => boolean,
): ReadonlyMap<number, number> => {
  const groups: { first: number; box: BodyBox; hand: string }[] = [];
  const firstOf = new Map<number, number>();
  for (const [at, mark] of marks.entries()) {
    if (!isDrawn(at)) continue;
    const [box, hand] = [around(mark.boxes), handOf(mark)];
    const group =
      mark.note === '' ? groups.findLast((each) => each.hand === hand && touch(each.box, box)) : undefined;
    if (group === undefined) groups.push({ first: at, box, hand });
    else {
      group.box = around([group.box, box]);
      firstOf.set(at, group.first);
    }
  }
  return firstOf;
};

const UNITS = 10_000;
/** In points: the area around a line shows what it was drawn at. */
const MARGIN = 4;
const LEAST_SIDE = 24;

/** The part of its page that a mark marks, in whole points. A frame that Precis has drawn is the rectangle within. */
export const rectangleOfMark = (
  mark: Pick<PdfMark, 'kind' | 'boxes' | 'note' | 'colour'>,
  size: PictureSize,
): Rectangle => {
  const [left, top, right, bottom] = around(mark.boxes);
  const [x1, x2] = [left, right].map((edge) => (edge / UNITS) * size.width) as [number, number];
  const [y1, y2] = [top, bottom].map((edge) => (edge / UNITS) * size.height) as [number, number];
  const page = wholePoints(size);
  if (mark.kind === 'drawing' && readCopiedMark(mark) !== null) {
    const line = FRAME_LINE / 2;
    const [fromX, toX, fromY, toY] = [x1 + line, x2 - line, y1 + line, y2 - line].map(Math.round);
    return rectangleBetween({ x1: fromX ?? 0, x2: toX ?? 0, y1: fromY ?? 0, y2: toY ?? 0 }, page);
  }
  const across = Math.max(MARGIN, (LEAST_SIDE - (x2 - x1)) / 2);
  const down = Math.max(MARGIN, (LEAST_SIDE - (y2 - y1)) / 2);
  return rectangleBetween({ x1: x1 - across, x2: x2 + across, y1: y1 - down, y2: y2 + down }, page);
};

/** What the importer's page draws of a mark: its page, the rectangle, and its picture in the form `picture`. */
export const drawnMarkSchema = <P extends z.ZodType>(picture: P) =>
  z.strictObject({
    page: originalPageSchema.omit({ original: true }),
    viewrect: pageRectangleSchema,
    picture,
  });

/** A mark as it is drawn: a region of its page, and the pixels of that. */
export type DrawnMark = {
  /** Its place among the marks of the file. */
  readonly at: number;
  readonly page: Omit<OriginalPage, 'original'>;
  readonly viewrect: Rectangle;
  readonly picture: StoredPicture;
  readonly bytes: Uint8Array;
};
