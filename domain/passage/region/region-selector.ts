/**
 * How a passage finds a region. A region of a stored picture: the hash of the picture's bytes, the rectangle in
 * its pixels, and the one character that represents the picture in the canonical text (U+FFFC), with its context.
 * A region of a page of the original: see page-region.ts. Either has stored pixels, and quotes nothing.
 */
import { z } from 'zod';
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { storedPictureSchema } from '../../picture/stored-picture.ts';
import { placeShape, type Selector } from '../../text/selector.ts';
import { type PageRegion, pageRegionSchema, printPageFragment, sayPageRectangle } from './page-region.ts';
import {
  isWithin,
  printFragment,
  type Rectangle,
  rectangleSchema,
  sayRectangle,
  wholeRectangle,
} from './rectangle.ts';

const pictureRegionSchema = z
  .strictObject({
    /** In `media/` of the folder of the article that contains the picture. */
    picture: storedPictureSchema,
    xywh: rectangleSchema,
    /** The text before and after the picture. */
    context: z.strictObject({ prefix: z.string(), suffix: z.string() }),
    ...placeShape,
  })
  .refine(({ xywh, picture }) => isWithin(xywh, picture), {
    error: 'a region lies within its picture',
  });
/** A region of a kept picture. */
export type RegionOfPicture = z.infer<typeof pictureRegionSchema>;

export const regionSelectorSchema = z.union([pictureRegionSchema, pageRegionSchema]);
export type RegionSelector = RegionOfPicture | PageRegion;

/** How a passage is found: by words, or as a region of a picture or a page. */
export type AnySelector = Selector | RegionSelector;

/** Whether it is a region, of a picture or a page. */
export const isRegion = (selector: AnySelector): selector is RegionSelector => 'picture' in selector;

/** Whether it is a region of a page of the original. */
export const isOfPage = (selector: AnySelector): selector is PageRegion => 'viewrect' in selector;

/**
 * The region's place in the text as a text selector: for a picture its one character, for a page the words beside
 * the region.
 */
export const textSelectorOf = (selector: AnySelector): Selector => {
  if (!isRegion(selector)) return selector;
  const { occurrence, position } = selector;
  const quote = isOfPage(selector) ? selector.beside : { exact: OBJECT_REPLACEMENT, ...selector.context };
  return { quote, occurrence, position };
};

/** The region's rectangle in its stored picture: for a page the whole picture, which is already cut out. */
export const pixelsOf = (region: RegionSelector): Rectangle =>
  isOfPage(region) ? wholeRectangle(region.picture) : region.xywh;

/**
 * Names the region permanently, as a quotation does words: `<SHA-256 of the picture>#xywh=pixel:160,120,320,240`,
 * or `<SHA-256 of the original>#page=14&viewrect=72,144,200,100`, whatever rendered its pixels.
 */
export const nameRegion = (region: RegionSelector): string =>
  isOfPage(region)
    ? `${region.page.original}#${printPageFragment(region)}`
    : `${region.picture.sha256}#${printFragment(region.xywh)}`;

/** What kind of region it is: "Region of a picture". */
export const sayKindOfRegion = (region: RegionSelector): string =>
  isOfPage(region) ? 'Region of a page' : 'Region of a picture';

/** Its size and place on its picture or page. */
export const sayRegionPlace = (region: RegionSelector): string =>
  isOfPage(region) ? sayPageRectangle(region.viewrect) : sayRectangle(region.xywh);
