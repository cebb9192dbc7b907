import { type PagedRange, type PagePlace, pagedRangeBefore } from '../../article/pages.ts';
import type { PictureInText } from '../../article/pictures/pictures-in-text.ts';
import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { exactPlaces } from '../near/exact-places.ts';
import type { PageRegion } from '../region/page-region.ts';
import type { Rectangle } from '../region/rectangle.ts';
import type { RegionOfPicture } from '../region/region-selector.ts';

/** Context kept on either side of a quote, in code points. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes `range` (UTF-16) of the indexed text as a selector: the verbatim quote, its context on either side,
 * which of the equal places it is, and its position in code points. `anchorSelector` on the same text gives the same
 * range back. Throws a RangeError when the range is empty, outside the text, or cuts a surrogate pair.
 */
export const describeSelector = (index: TextIndex, { start, end }: TextRange): Selector => {
  const position = { start: index.toCodePoint(start), end: index.toCodePoint(end) };
  const cutsPair = index.toUtf16(position.start) !== start || index.toUtf16(position.end) !== end;
  if (start >= end || cutsPair) throw new RangeError(`${start} to ${end} is no range of whole characters`);
  const prefixStart = index.toUtf16(Math.max(0, position.start - CONTEXT_LENGTH));
  const suffixEnd = index.toUtf16(Math.min(index.codePointLength, position.end + CONTEXT_LENGTH));
  const exact = index.text.slice(start, end);
  const places = exactPlaces(index, exact);
  return {
    quote: {
      exact,
      prefix: index.text.slice(prefixStart, start),
      suffix: index.text.slice(end, suffixEnd),
    },
    occurrence: { number: places.indexOf(start) + 1, of: places.length },
    position,
  };
};

/** A text and where it is printed. */
type PagedText = { readonly index: TextIndex; readonly pages: readonly PagedRange[] };

/** A region and its pixels, before it has a place beside the text. */
export type FramedOnPage = Pick<PageRegion, 'picture' | 'page' | 'viewrect'>;

/** The UTF-16 units kept of the words beside a region; never more than their first line. */
const MAX_BESIDE = 64;

/** The edges of a box of a page are ten-thousandths of it. */
const BOX_UNITS = 10_000;

const gap = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, a[0] - b[1], b[0] - a[1]);

/**
 * The distance of a text box from a region of its page, in points; vertical distance counts more than horizontal,
 * as in reading.
 */
const distanceTo =
  ({ page, viewrect: { x, y, w, h } }: Pick<FramedOnPage, 'page' | 'viewrect'>) =>
  ({ box: [left, top, right, bottom] }: PagePlace): number => {
    const across = (edge: number): number => (edge / BOX_UNITS) * page.width;
    const down = (edge: number): number => (edge / BOX_UNITS) * page.height;
    const below = gap([down(top), down(bottom)], [y, y + h]);
    const beside = gap([across(left), across(right)], [x, x + w]);
    // Where boxes overlap the region, the box level with its top edge is the one beside it.
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
 * Describes a region of a page of the indexed text's original: beside the nearest words on that page or, where the
 * page has no words, at the end of the pages before it. Null where the text has no pages.
 */
export const describePageRegion = (text: PagedText, framed: FramedOnPage): PageRegion | null => {
  const nearest = nearestOn(text.pages, framed) ?? pagedRangeBefore(text.pages, framed.page.number);
  if (nearest === null) return null;
  const { picture, page, viewrect } = framed;
  const { quote, ...place } = wordsOf(text, nearest);
  return { picture, page, viewrect, beside: quote, ...place };
};

/** Describes a region of a stored picture of the indexed text. */
export const describeRegion = (
  index: TextIndex,
  { attrs: { sha256, format, width, height }, offset }: PictureInText,
  xywh: Rectangle,
): RegionOfPicture => {
  const { quote, occurrence, position } = describeSelector(index, { start: offset, end: offset + 1 });
  return {
    picture: { sha256, format, width, height },
    xywh,
    context: { prefix: quote.prefix, suffix: quote.suffix },
    occurrence,
    position,
  };
};
