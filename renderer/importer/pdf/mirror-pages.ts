/**
 * Pages that are read from right to left, turned about: with all lengths taken from the right edge their lines,
 * columns, indentations and tables go the way in which those of other pages go, and one layout reads both. What comes
 * out of it is turned back.
 */
import { hasRightToLeftLetter } from '#domain/text/right-to-left.ts';
import type { Box } from './figures/box.ts';
import type { Figure } from './figures/find-figures.ts';
import type { PrintedItem, PrintedPage } from './printed-text.ts';

const LETTER = /\p{L}/gu;

const isReadFromRight = ({ items }: PrintedPage): boolean => {
  const letters = { against: 0, all: 0 };
  for (const { text, isTurned } of items) {
    if (isTurned) continue;
    const count = text.match(LETTER)?.length ?? 0;
    letters.all += count;
    if (hasRightToLeftLetter(text)) letters.against += count;
  }
  return letters.against * 2 > letters.all;
};

const mirror = <Placed extends Pick<Box, 'left' | 'right'>>(placed: Placed, width: number): Placed => ({
  ...placed,
  left: width - placed.right,
  right: width - placed.left,
});

const mirrorItem = (item: PrintedItem, width: number): PrintedItem => ({
  ...mirror(item, width),
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

/** The pages of which most letters are read from right to left mirrored, the others as they are. */
export const mirrorPages = (pages: readonly PrintedPage[]): readonly PrintedPage[] =>
  pages.map((page) => (isReadFromRight(page) ? mirrorPage(page) : page));

/** Figures of such pages where the pages have them. */
export const figuresAsDrawn = (
  figures: readonly Figure[],
  pages: readonly PrintedPage[],
): readonly Figure[] => {
  const mirrored = new Map(pages.flatMap((page) => (page.isMirrored ? [[page.index, page.width]] : [])));
  return figures.map((figure) => {
    const width = mirrored.get(figure.page);
    return width === undefined ? figure : { ...figure, box: mirror(figure.box, width) };
  });
};
