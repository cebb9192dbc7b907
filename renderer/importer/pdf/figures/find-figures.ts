/**
 * Decides which of the drawn pictures are figures of the text. A figure is what a reader would point at: pictures that
 * touch are one; a picture that is repeated on many pages, lies under the text or is as small as an icon is not one.
 * Based on positions only, so that the same file always has the same figures.
 */
import { lineText, type PrintedLine, type PrintedPage } from '../printed-text.ts';
import { areaOf, around, type Box, common, heightOf, holdsMiddle, widthOf } from './box.ts';
import type { DrawnPicture } from './drawn-places.ts';

export type Figure = {
  /** In the file, from 1. */
  readonly page: number;
  readonly box: Box;
  /** The resolution of its pictures in pixels a point; null if it consists of lines. */
  readonly perPoint: number | null;
};

export type ReadPage = { readonly page: PrintedPage; readonly lines: readonly PrintedLine[] };

/** In points: a third of an inch. */
const MIN_SIDE = 24;
/** Anything longer is a rule or a band. */
const MAX_ASPECT = 15;
/** Pictures with no visible gap between them are one. */
const TOUCH = 1.5;
/** The share of the shorter of two edges that is along the other. */
const SHARED_EDGE = 0.5;

/** A picture over this share of a page with text on it is a background. */
const MOST_OF_PAGE = 0.7;
const FEW_LETTERS = 20;
/** This many lines of this many letters over a picture are text on a background. */
const MANY_LINES = 4;
const LONG_LINE = 25;

/** As for lines at the top or bottom of pages. */
const ZONE = 0.13;
const MAX_ZONE_HEIGHT = 72;
const MIN_PAGES = 3;
/** The largest logo, as a share of its page. */
const SMALL_SHARE = 0.05;
/** In points. */
const DRIFT = 6;

const touch = (a: Box, b: Box): boolean => {
  const shared = common(a, b);
  const [across, down] = [widthOf(shared), heightOf(shared)];
  if (across > 0 && down > 0) return true;
  const isBelow = down >= -TOUCH && across >= SHARED_EDGE * Math.min(widthOf(a), widthOf(b));
  const isBeside = across >= -TOUCH && down >= SHARED_EDGE * Math.min(heightOf(a), heightOf(b));
  return isBelow || isBeside;
};

type Joined = Pick<DrawnPicture, 'box' | 'perPoint'>;

/** Joins pictures that touch; each has the highest resolution of its parts. */
const joinTouching = (pictures: readonly Joined[]): readonly Joined[] => {
  const joined: Joined[] = [];
  for (const picture of pictures) {
    let whole = picture;
    // A grown picture may touch others that it did not touch before.
    for (let at = joined.findIndex(({ box }) => touch(box, whole.box)); at !== -1; ) {
      const [other = whole] = joined.splice(at, 1);
      whole = { box: around(other.box, whole.box), perPoint: Math.max(other.perPoint, whole.perPoint) };
      at = joined.findIndex(({ box }) => touch(box, whole.box));
    }
    joined.push(whole);
  }
  return joined;
};

const lettersIn = (lines: readonly PrintedLine[]): number =>
  lines.reduce((sum, line) => sum + lineText(line).length, 0);

/** Whether a box is a background of text: tinted boxes, covers, and scans with OCR's letters over them. */
export const isGround = (box: Box, { page, lines }: ReadPage): boolean => {
  const over = lines.filter((line) => holdsMiddle(box, line));
  if (areaOf(box) >= MOST_OF_PAGE * page.width * page.height) return lettersIn(over) >= FEW_LETTERS;
  return over.filter((line) => lineText(line).length >= LONG_LINE).length >= MANY_LINES;
};

const isLarge = (box: Box): boolean => {
  const [shorter, longer] = [widthOf(box), heightOf(box)].sort((a, b) => a - b) as [number, number];
  return shorter >= MIN_SIDE && longer <= MAX_ASPECT * shorter;
};

/** A band at the top or bottom of a page: a letterhead, a row of logos. */
const isInMargin = (box: Box, { height }: PrintedPage): boolean =>
  heightOf(box) <= MAX_ZONE_HEIGHT && (box.bottom < ZONE * height || box.top > (1 - ZONE) * height);

const isSmallOn = (box: Box, { width, height }: PrintedPage): boolean =>
  areaOf(box) <= SMALL_SHARE * width * height;

/**
 * Keys that are equal for repeated pictures: the object with its position; for small pictures and those in the place of
 * running heads the object alone, and the size with the position, since some programs embed a logo again for each page.
 */
const keysOf = ({ object, pixels, box }: DrawnPicture, page: PrintedPage): readonly string[] => {
  const place = [box.left, box.top].map((edge) => Math.round(edge / DRIFT)).join(' ');
  const isLikeLogo = isInMargin(box, page) || isSmallOn(box, page);
  const own = object === null ? [] : [isLikeLogo ? object : `${object} at ${place}`];
  return isLikeLogo ? [...own, `${pixels} at ${place}`] : own;
};

/** The keys of pictures on several pages, such as logos. */
const repeatedKeys = (pages: readonly ReadPage[]): ReadonlySet<string> => {
  const pagesOf = new Map<string, Set<number>>();
  for (const { page } of pages) {
    for (const picture of page.drawn?.pictures ?? []) {
      for (const key of keysOf(picture, page))
        pagesOf.set(key, (pagesOf.get(key) ?? new Set()).add(page.index));
    }
  }
  const needed = Math.min(MIN_PAGES, Math.max(2, Math.ceil(pages.length / 2)));
  return new Set([...pagesOf].filter(([, on]) => on.size >= needed).map(([key]) => key));
};

const figuresOnPage = (read: ReadPage, repeated: ReadonlySet<string>): readonly Figure[] => {
  const { page } = read;
  if (page.isScanned) return [];
  const pictures = (page.drawn?.pictures ?? []).filter(
    (picture) => !keysOf(picture, page).some((key) => repeated.has(key)) && !isGround(picture.box, read),
  );
  return joinTouching(pictures)
    .filter(({ box }) => isLarge(box) && !isInMargin(box, page) && !isGround(box, read))
    .map(({ box, perPoint }) => ({ page: page.index, box, perPoint }));
};

/** The figures of each page, from top to bottom. */
export const findFigures = (pages: readonly ReadPage[]): ReadonlyMap<number, readonly Figure[]> => {
  const repeated = repeatedKeys(pages);
  return new Map(
    pages.map((read) => [
      read.page.index,
      [...figuresOnPage(read, repeated)].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left),
    ]),
  );
};
