/**
 * A rectangle of a page of the original, written as a PDF fragment (RFC 8118, 3; ISO 32000-2, annex O):
 * `page=14&viewrect=72,144,200,100`, from the upper left corner of the page as displayed, with the file's rotation
 * and cropping applied. In whole points, 72 to the inch: they measure the paper, whatever the zoom.
 */
import { z } from 'zod';
import { sha256Schema } from '../../ids.ts';
import { storedPictureSchema } from '../../picture/stored-picture.ts';
import { placeShape, selectorSchema } from '../../text/selector.ts';
import { isWithin, type PictureSize, type Rectangle, rectangleUpTo } from './rectangle.ts';

/** In points: 350 m. The standard has no limit. */
const MAX_PAGE_SIDE = 1_000_000;

export const pageRectangleSchema = rectangleUpTo(MAX_PAGE_SIDE);

const side = z.int().min(1).max(MAX_PAGE_SIDE);

/** A page of an original. */
export const originalPageSchema = z.strictObject({
  /** SHA-256 of the file. */
  original: sha256Schema,
  /** From 1, in the order of the file. */
  number: z.int().min(1),
  /** The page as displayed, in whole points; fractions are dropped. */
  width: side,
  height: side,
});
export type OriginalPage = z.infer<typeof originalPageSchema>;

export const pageRegionSchema = z
  .strictObject({
    /** Its own pixels, as they were drawn when it was framed, in `media/` of the folder of its article. */
    picture: storedPictureSchema,
    page: originalPageSchema,
    viewrect: pageRectangleSchema,
    /** Words of the text beside the region on its page, or on the nearest page with words. They are not quoted. */
    beside: selectorSchema.shape.quote,
    ...placeShape,
  })
  .refine(({ viewrect, page }) => isWithin(viewrect, page), { error: 'a region lies within its page' });
export type PageRegion = z.infer<typeof pageRegionSchema>;

/** The size of a page in whole points: the part of a point at its edge is no place of a region. */
export const wholePoints = ({ width, height }: PictureSize): PictureSize => ({
  width: Math.max(1, Math.floor(width)),
  height: Math.max(1, Math.floor(height)),
});

/** The value of the FragmentSelector: `page=14&viewrect=72,144,200,100`. */
export const printPageFragment = ({ page, viewrect }: Pick<PageRegion, 'page' | 'viewrect'>): string =>
  `page=${page.number}&viewrect=${viewrect.x},${viewrect.y},${viewrect.w},${viewrect.h}`;

/**
 * What that value conforms to: RFC 8118 by the name of the one before it, which the Web Annotation Data Model lists
 * (4.2.1).
 */
export const PAGE_FRAGMENT_STANDARD = 'http://tools.ietf.org/rfc/rfc3778';

const MM_A_POINT = 25.4 / 72;

/** "112.9 × 84.7 mm, 56.4 from the left and 42.3 from the top" */
export const sayPageRectangle = ({ x, y, w, h }: Rectangle): string => {
  const mm = (points: number): string => (points * MM_A_POINT).toFixed(1);
  return `${mm(w)} × ${mm(h)} mm, ${mm(x)} from the left and ${mm(y)} from the top`;
};
