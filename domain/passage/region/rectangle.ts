/**
 * A rectangle of a picture, written as a W3C FragmentSelector by Media Fragments URI 1.0 (4.2.2): whole pixels of
 * the stored picture, from its upper left corner. Pixels rather than per cent, because the picture is named by its
 * hash and so its pixels never change, and because the standard's per cents are whole numbers, only a hundred to a
 * picture.
 */
import { z } from 'zod';
import { MAX_PICTURE_SIDE } from '../../picture/stored-picture.ts';

/** A rectangle of whole units, none of which is larger than `most`. */
export const rectangleUpTo = (most: number) => {
  const place = z.int().min(0).max(most);
  const size = z.int().min(1).max(most);
  return z.strictObject({ x: place, y: place, w: size, h: size });
};

export const rectangleSchema = rectangleUpTo(MAX_PICTURE_SIDE);
export type Rectangle = z.infer<typeof rectangleSchema>;

/** Width and height of what contains a rectangle, in its units: pixels of a picture, points of a page. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Whether the whole rectangle lies on it. */
export const isWithin = ({ x, y, w, h }: Rectangle, { width, height }: PictureSize): boolean =>
  x + w <= width && y + h <= height;

/** All of it. */
export const wholeRectangle = ({ width, height }: PictureSize): Rectangle => ({
  x: 0,
  y: 0,
  w: width,
  h: height,
});

/** Two corners, in any order and perhaps off the edges, in pixels that may be broken. */
export type Corners = Readonly<Record<'x1' | 'y1' | 'x2' | 'y2', number>>;

const span = (a: number, b: number, length: number): { readonly from: number; readonly size: number } => {
  const within = (at: number): number => Math.min(length, Math.max(0, at));
  const from = Math.min(length - 1, Math.floor(within(Math.min(a, b))));
  return { from, size: Math.max(1, Math.ceil(within(Math.max(a, b))) - from) };
};

/** All pixels that the area between the corners touches, clipped to the picture; at least one. */
export const rectangleBetween = ({ x1, y1, x2, y2 }: Corners, { width, height }: PictureSize): Rectangle => {
  const across = span(x1, x2, width);
  const down = span(y1, y2, height);
  return { x: across.from, y: down.from, w: across.size, h: down.size };
};

/** How far the rectangle moves and grows, in pixels. */
export type RectangleStep = Readonly<Record<'right' | 'down' | 'wider' | 'higher', number>>;

const limit = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** The rectangle moved and resized as far as the picture has room. Its upper left corner stays while it is resized. */
export const stepRectangle = (
  { x, y, w, h }: Rectangle,
  { right, down, wider, higher }: RectangleStep,
  { width, height }: PictureSize,
): Rectangle => {
  const size = { w: limit(w + wider, 1, width - x), h: limit(h + higher, 1, height - y) };
  return { x: limit(x + right, 0, width - size.w), y: limit(y + down, 0, height - size.h), ...size };
};

/**
 * The initial rectangle for keyboard use: the middle half of the visible area `seen`, by default the whole
 * picture.
 */
export const middleRectangle = (
  size: PictureSize,
  { x, y, w, h }: Rectangle = wholeRectangle(size),
): Rectangle =>
  rectangleBetween({ x1: x + w / 4, y1: y + h / 4, x2: x + (w * 3) / 4, y2: y + (h * 3) / 4 }, size);

/** "320 × 240 pixels, 160 from the left and 120 from the top" */
export const sayRectangle = ({ x, y, w, h }: Rectangle): string =>
  `${w} × ${h} pixels, ${x} from the left and ${y} from the top`;

/** The value of the FragmentSelector: `xywh=pixel:160,120,320,240`. */
export const printFragment = ({ x, y, w, h }: Rectangle): string => `xywh=pixel:${x},${y},${w},${h}`;

/** The `conformsTo` value of a FragmentSelector (Web Annotation Data Model, 4.2.1). */
export const FRAGMENT_STANDARD = 'http://www.w3.org/TR/media-frags/';
