import { type PagedRange, type PagePlace, pagedRangeBefore } from '../../article/pages.ts';
import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { Selector } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import type { PageRegion } from '../region/page-region.ts';
import { describeSelector } from './describe-selector.ts';

/** A text and where it is printed. */
export type PagedText = { readonly index: TextIndex; readonly pages: readonly PagedRange[] };

/** A region and its pixels, before it has a place beside the text. */
export type FramedOnPage = Pick<PageRegion, 'picture' | 'page' | 'viewrect'>;

/** So many UTF-16 units of the words that a region stands beside are kept, and no more than the first line of them. */
const MAX_BESIDE = 64;

/** The edges of a box of a page are ten-thousandths of it. */
const BOX_UNITS = 10_000;

const gap = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, a[0] - b[1], b[0] - a[1]);

/** How far a box of text is from a region of its page, in points; down the page counts first, as one reads. */
const distanceTo =
  ({ page, viewrect: { x, y, w, h } }: Pick<FramedOnPage, 'page' | 'viewrect'>) =>
  ({ box: [left, top, right, bottom] }: PagePlace): number => {
    const across = (edge: number): number => (edge / BOX_UNITS) * page.width;
    const down = (edge: number): number => (edge / BOX_UNITS) * page.height;
    const below = gap([down(top), down(bottom)], [y, y + h]);
    const beside = gap([across(left), across(right)], [x, x + w]);
    // Where boxes overlap the region it stands beside the one at whose height it begins.
    return below + beside / 2 + Math.abs(down(top) - y) / BOX_UNITS;
  };

const nearestOn = (pages: readonly PagedRange[], framed: FramedOnPage): PagedRange | null => {
  const distance = distanceTo(framed);
  return pages
    .filter(({ index }) => index === framed.page.number)
    .reduce<PagedRange | null>(
      (best, range) => (best === null || distance(range) < distance(best) ? range : best),
      null,
    );
};

const wordsOf = ({ index }: PagedText, { start, end }: PagedRange): Selector => {
  const text = index.text.slice(start, Math.min(end, start + MAX_BESIDE));
  const line = text.indexOf('\n', 1);
  const length = line === -1 ? text.length : line;
  return describeSelector(index, snapToGraphemes(index.text, { start, end: start + length }));
};

/**
 * Describes a region of a page of the original of the indexed text: beside the words that stand nearest to it on the page,
 * or at the end of the pages before it where it has none. Null where the text stands on no pages.
 */
export const describePageRegion = (text: PagedText, framed: FramedOnPage): PageRegion | null => {
  const nearest = nearestOn(text.pages, framed) ?? pagedRangeBefore(text.pages, framed.page.number);
  if (nearest === null) return null;
  const { picture, page, viewrect } = framed;
  const { quote, ...place } = wordsOf(text, nearest);
  return { picture, page, viewrect, beside: quote, ...place };
};
