/**
 * Pages in reading orientation. One with rotated text, such as a sideways table, is rotated upright, and a
 * right-to-left page is mirrored: lines, columns, indentations and tables then run as on other pages, and one layout
 * algorithm serves all. Its result is mapped back to the sheet.
 */
import { hasRightToLeftLetter } from '#domain/text/right-to-left.ts';
import type { Box } from './figures/box.ts';
import type { Figure } from './figures/find-figures.ts';
import type { PageTurn, PrintedItem, PrintedPage } from './printed-text.ts';

/** A point, or a vector between two, in points. */
type Place = { readonly x: number; readonly y: number };

/** `place` as seen from a page rotated by `degrees` clockwise about its upper left corner. */
export const turnedBack = ({ x, y }: Place, degrees: number): Place => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
};

/** The box around `box` after that rotation. */
const boxTurnedBack = ({ left, right, top, bottom }: Box, degrees: number): Box => {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => turnedBack({ x, y }, degrees)));
  return {
    left: Math.min(...corners.map(({ x }) => x)),
    right: Math.max(...corners.map(({ x }) => x)),
    top: Math.min(...corners.map(({ y }) => y)),
    bottom: Math.max(...corners.map(({ y }) => y)),
  };
};

const moved = ({ left, right, top, bottom }: Box, { x, y }: Place): Box => ({
  left: left + x,
  right: right + x,
  top: top + y,
  bottom: bottom + y,
});

const mirror = <Placed extends Pick<Box, 'left' | 'right'>>(placed: Placed, width: number): Placed => ({
  ...placed,
  left: width - placed.right,
  right: width - placed.left,
});

type Sheet = Pick<PrintedPage, 'width' | 'height' | 'isMirrored' | 'turn'>;

/** From the sheet corner about which a page is rotated to the upper left corner of the page in reading orientation. */
const stepOf = (turn: PageTurn, { width, height }: Pick<Sheet, 'width' | 'height'>): Place => ({
  x: turn === 90 ? 0 : width,
  y: turn === 270 ? 0 : height,
});

/** A box on a page in reading orientation, for text along `angle` that was measured along its direction. */
export const boxOfText = (along: Box, angle: number, { width, isMirrored = false }: Sheet): Box => {
  if (angle === 0) return along;
  const box = boxTurnedBack(along, -angle);
  return isMirrored ? mirror(box, width) : box;
};

/** Maps a box from a page in reading orientation to the sheet. */
export const boxOnSheet = (box: Box, page: Sheet): Box => {
  const { width, isMirrored = false, turn } = page;
  const level = isMirrored ? mirror(box, width) : box;
  if (turn === undefined) return level;
  const { x, y } = stepOf(turn, page);
  return boxTurnedBack(moved(level, { x: -x, y: -y }), -turn);
};

/** The width and height of the sheet. */
export const sizeOfSheet = ({ width, height, turn = 180 }: Sheet): Pick<Sheet, 'width' | 'height'> =>
  turn === 180 ? { width, height } : { width: height, height: width };

const LETTER = /\p{L}/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;

const countOf = (letters: RegExp, { text }: PrintedItem): number => text.match(letters)?.length ?? 0;

const TURNS: readonly PageTurn[] = [90, 180, 270];

/** The rotation of most letters of a page; undefined if they are horizontal or mixed. */
const turnOf = ({ items }: PrintedPage): PageTurn | undefined => {
  const lettersOf = (of: readonly PrintedItem[]): number =>
    of.reduce((sum, item) => sum + countOf(LETTER_OR_DIGIT, item), 0);
  if (items.every(({ angle }) => angle === 0)) return undefined;
  const all = lettersOf(items);
  return TURNS.find((turn) => lettersOf(items.filter(({ angle }) => angle === turn)) * 2 > all);
};

const turnItem = (item: PrintedItem, turn: PageTurn, step: Place): PrintedItem => {
  const angle = (item.angle - turn + 360) % 360;
  const { x, y } = turnedBack(step, angle);
  return {
    ...item,
    angle,
    isTurned: angle !== 0,
    left: item.left + x,
    right: item.right + x,
    baseline: item.baseline + y,
  };
};

const turnPage = (page: PrintedPage): PrintedPage => {
  const turn = turnOf(page);
  if (turn === undefined) return page;
  const size = sizeOfSheet({ width: page.width, height: page.height, turn });
  const step = stepOf(turn, size);
  const turnBox = (box: Box): Box => moved(boxTurnedBack(box, turn), step);
  const { drawn } = page;
  return {
    ...page,
    ...size,
    turn,
    items: page.items.map((item) => turnItem(item, turn, step)),
    ...(drawn == null
      ? {}
      : {
          drawn: {
            pictures: drawn.pictures.map((each) => ({ ...each, box: turnBox(each.box) })),
            paths: drawn.paths.map(turnBox),
          },
        }),
  };
};

const isReadFromRight = ({ items }: PrintedPage): boolean => {
  const letters = { against: 0, all: 0 };
  for (const item of items) {
    if (item.isTurned) continue;
    const count = countOf(LETTER, item);
    letters.all += count;
    if (hasRightToLeftLetter(item.text)) letters.against += count;
  }
  return letters.against * 2 > letters.all;
};

const mirrorItem = (item: PrintedItem, width: number): PrintedItem => ({
  // Rotated text is measured along its own direction.
  ...(item.angle === 0 ? mirror(item, width) : item),
  isRightToLeft: !item.isRightToLeft,
});

const mirrorPage = (page: PrintedPage): PrintedPage => {
  const { width, items, drawn } = page;
  return {
    ...page,
    isMirrored: true,
    items: items.map((item) => mirrorItem(item, width)),
    ...(drawn == null
      ? {}
      : {
          drawn: {
            pictures: drawn.pictures.map((each) => ({ ...each, box: mirror(each.box, width) })),
            paths: drawn.paths.map((box) => mirror(box, width)),
          },
        }),
  };
};

/** Rotates pages upright if most of their letters are rotated, then mirrors right-to-left pages. */
export const pagesAsRead = (pages: readonly PrintedPage[]): readonly PrintedPage[] =>
  pages.map(turnPage).map((page) => (isReadFromRight(page) ? mirrorPage(page) : page));

/** Figures of such pages in sheet coordinates. */
export const figuresAsDrawn = (
  figures: readonly Figure[],
  pages: readonly PrintedPage[],
): readonly Figure[] => {
  const byIndex = new Map(pages.map((page) => [page.index, page]));
  return figures.map((figure) => {
    const page = byIndex.get(figure.page);
    return page === undefined ? figure : { ...figure, box: boxOnSheet(figure.box, page) };
  });
};
