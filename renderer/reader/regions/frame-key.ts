/** Keys on a picture or a page: they frame a part of it, and act on the frame. */
import type { KeyboardEvent } from 'react';
import type { LabelId } from '#domain/passage/label.ts';
import { type PictureSize, stepRectangle } from '#domain/passage/region/rectangle.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { frameStepOf } from '#renderer/parts/picture/frame.ts';
import { announce } from '#renderer/window/live-region.ts';
import type { DrawnRegion } from '../state/drawn-region.ts';
import type { Frame, Framing } from './framing.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The label of a digit key, independent of the layout; null for any other key. */
export const labelOfKey = ({ code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): LabelId | null =>
  ctrlKey || metaKey || altKey || shiftKey
    ? null
    : (labelsNow().offered.find(({ key }) => code === `Digit${key}` || code === `Numpad${key}`)?.id ?? null);

/** Keys on the selected region; returns whether the key was handled. */
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

/** Keys on the frame, within that size; returns whether the key was handled. */
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
