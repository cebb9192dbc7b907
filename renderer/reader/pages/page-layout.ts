import { countWhile } from '#domain/text/sequences/count-while.ts';
import type { PageSize } from '#renderer/pdf/draw-pdf.ts';
/**
 * The positions of an original's pages below each other, in CSS pixels. Pure arithmetic: distant pages are not drawn.
 */

/** In whole pixels: at fractions a page would be blurred. */
export type LaidPage = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type PageLayout = {
  readonly pages: readonly LaidPage[];
  readonly width: number;
  readonly height: number;
};

export const PAGE_GAP = 16;

/**
 * Lays pages of any sizes below each other: the widest is `zoom` times as wide as `room` less the gaps at its sides,
 * the others in proportion.
 */
export const layPages = (sizes: readonly PageSize[], room: number, zoom: number): PageLayout => {
  const widest = Math.max(1, ...sizes.map(({ width }) => width));
  const scale = (Math.max(80, room - 2 * PAGE_GAP) * zoom) / widest;
  const whole = Math.max(room, Math.round(widest * scale) + 2 * PAGE_GAP);
  let top = PAGE_GAP;
  const pages = sizes.map((size) => {
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    const laid = { left: Math.floor((whole - width) / 2), top, width, height };
    top += height + PAGE_GAP;
    return laid;
  });
  return { pages, width: whole, height: top };
};

/** The index of the page at height `y`, or the nearest below it; 0 without pages. */
export const pageAt = ({ pages }: PageLayout, y: number): number =>
  Math.min(
    countWhile(pages, ({ top, height }) => top + height < y),
    Math.max(0, pages.length - 1),
  );

/** A scroll position: how much of a page is above the upper edge, as a share of its height. */
export type PagePlace = { readonly index: number; readonly share: number };

export const placeAt = (layout: PageLayout, scrollTop: number): PagePlace => {
  const index = pageAt(layout, scrollTop);
  const page = layout.pages[index];
  return { index, share: page === undefined ? 0 : (scrollTop - page.top) / page.height };
};

export const topOf = ({ pages }: PageLayout, { index, share }: PagePlace): number => {
  const page = pages[index];
  return page === undefined ? 0 : page.top + share * page.height;
};

/** The steps of the zoom: 1 fills the width. */
export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

/** The next or previous zoom step; the same one at either end. */
export const stepZoom = (zoom: number, by: 1 | -1): number =>
  (by === 1 ? zoomSteps.find((step) => step > zoom) : zoomSteps.findLast((step) => step < zoom)) ?? zoom;
