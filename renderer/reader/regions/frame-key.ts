/** The keys on a picture or a page: they frame a part of it, and say what is done with the frame. */
import type { KeyboardEvent } from 'react';
import type { LabelId } from '#domain/passage/label.ts';
import { type PictureSize, type RectangleStep, stepRectangle } from '#domain/passage/region/rectangle.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { announce } from '#renderer/window/live-region.ts';
import type { DrawnRegion } from '../state/drawn-region.ts';
import type { Frame, Framing } from './framing.ts';

/** A step of an arrow is so much of the picture or page; with Ctrl or Command it is one pixel, or one point. */
const STEP_SHARE = 1 / 50;

const still: RectangleStep = { right: 0, down: 0, wider: 0, higher: 0 };

/** Which way an arrow goes: across and down. */
const ways: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** How an arrow moves the frame, or with Shift its right lower corner; null for any other key. */
export const frameStepOf = (event: Pressed, { width, height }: PictureSize): RectangleStep | null => {
  const way = event.altKey ? undefined : ways[event.key];
  if (way === undefined) return null;
  const isFine = event.ctrlKey || event.metaKey;
  const across = way[0] * (isFine ? 1 : Math.max(1, Math.round(width * STEP_SHARE)));
  const down = way[1] * (isFine ? 1 : Math.max(1, Math.round(height * STEP_SHARE)));
  return event.shiftKey ? { ...still, wider: across, higher: down } : { ...still, right: across, down };
};

/** The label of a digit, whatever a layout has there; null for any other key. */
export const labelOfKey = ({ code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): LabelId | null =>
  ctrlKey || metaKey || altKey || shiftKey
    ? null
    : (labelsNow().offered.find(({ key }) => code === `Digit${key}` || code === `Numpad${key}`)?.id ?? null);

/** Keys on the selected region; answers whether the key was one of them. */
export const pressOnRegion = (
  event: KeyboardEvent,
  region: DrawnRegion,
  { relabel, begin, remove }: Framing,
): boolean => {
  const label = labelOfKey(event);
  if (label !== null) relabel(region, label);
  else if (event.key === 'b') begin(region);
  else if (event.key === 'Delete') remove(region);
  else return false;
  return true;
};

/** Keys on the frame, on what is of that size; answers whether the key was one of them. */
export const pressOnFrame = (
  event: KeyboardEvent,
  size: PictureSize,
  frame: Frame,
  framing: Framing,
): boolean => {
  const step = frameStepOf(event, size);
  const label = frame.of === null ? labelOfKey(event) : null;
  if (step !== null) {
    const xywh = stepRectangle(frame.xywh, step, size);
    framing.draw(xywh);
    announce(framing.say(xywh));
  } else if (event.key === 'Enter') framing.keep();
  else if (event.key === 'Escape') framing.leave();
  else if (label !== null) framing.keep(label);
  else return false;
  return true;
};
