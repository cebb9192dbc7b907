/** A frame drawn on a picture or a page: its position, and how arrows change it. */
import type { KeyboardEvent } from 'react';
import type { PictureSize, Rectangle, RectangleStep } from '#domain/passage/region/rectangle.ts';

/** An arrow's step as a share of the picture or page; with Ctrl or Command it is one pixel, or one point. */
const STEP_SHARE = 1 / 50;

const still: RectangleStep = { right: 0, down: 0, wider: 0, higher: 0 };

/** The direction of an arrow: across and down. */
const ways: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** How an arrow moves the frame, or with Shift its lower right corner; null for any other key. */
export const frameStepOf = (event: Pressed, { width, height }: PictureSize): RectangleStep | null => {
  const way = event.altKey ? undefined : ways[event.key];
  if (way === undefined) return null;
  const isFine = event.ctrlKey || event.metaKey;
  const across = way[0] * (isFine ? 1 : Math.max(1, Math.round(width * STEP_SHARE)));
  const down = way[1] * (isFine ? 1 : Math.max(1, Math.round(height * STEP_SHARE)));
  return event.shiftKey ? { ...still, wider: across, higher: down } : { ...still, right: across, down };
};

/** The edges of a rectangle as shares of its picture or page, for the style of a box over it. */
export const boxOf = (
  { x, y, w, h }: Rectangle,
  { width, height }: PictureSize,
): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
  width: `${(w / width) * 100}%`,
  height: `${(h / height) * 100}%`,
});
