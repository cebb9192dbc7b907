/**
 * How a passage finds a region of a picture: the picture by the hash of its bytes, the rectangle in its pixels, and the
 * one character that the picture is in the canonical text (U+FFFC), with what stands around it. It quotes nothing.
 */
import { z } from 'zod';
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { storedPictureSchema } from '../../picture/stored-picture.ts';
import { placeShape, type Selector } from '../../text/selector.ts';
import { isWithinPicture, printFragment, rectangleSchema } from './rectangle.ts';

export const regionSelectorSchema = z
  .strictObject({
    /** In `media/` of the folder of the article in which the picture stands. */
    picture: storedPictureSchema,
    xywh: rectangleSchema,
    /** What stands in the text before and after the picture. */
    context: z.strictObject({ prefix: z.string(), suffix: z.string() }),
    ...placeShape,
  })
  .refine(({ xywh, picture }) => isWithinPicture(xywh, picture), {
    error: 'a region lies within its picture',
  });
export type RegionSelector = z.infer<typeof regionSelectorSchema>;

/** What a passage finds its place by: words, or a region of a picture. */
export type AnySelector = Selector | RegionSelector;

/** Whether it is a region of a picture. */
export const isRegion = (selector: AnySelector): selector is RegionSelector => 'picture' in selector;

/** The place in the text as a selector of text: of a region the one character of its picture. */
export const textSelectorOf = (selector: AnySelector): Selector => {
  if (!isRegion(selector)) return selector;
  const { context, occurrence, position } = selector;
  return { quote: { exact: OBJECT_REPLACEMENT, ...context }, occurrence, position };
};

/** Names the region for ever, as a quotation does words: `<SHA-256 of the picture>#xywh=pixel:160,120,320,240`. */
export const nameRegion = ({ picture, xywh }: RegionSelector): string =>
  `${picture.sha256}#${printFragment(xywh)}`;
