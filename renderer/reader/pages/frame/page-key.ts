import type { KeyboardEvent } from 'react';
import { pressOnFrame, pressOnRegion } from '../../regions/frame-key.ts';
import type { PageFraming } from './use-page-frame.ts';

/** Once what a key has changed is drawn. */
const bringIntoSight = (scroller: EventTarget & Element): void => {
  requestAnimationFrame(() =>
    scroller.querySelector('[data-frame]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
  );
};

/**
 * Keys on the pages: of the frame that is drawn, of the selected region, or to begin a frame; Esc leaves the framing. Answers
 * whether the key was one of them.
 */
export const pressOnPages = (event: KeyboardEvent<HTMLElement>, framing: PageFraming): boolean => {
  const { frame, current, isOn } = framing;
  if (frame !== null) {
    if (!pressOnFrame(event, framing.sizeOf(frame.page), frame, framing)) return false;
    bringIntoSight(event.currentTarget);
    return true;
  }
  if (event.key === 'Enter') framing.begin(null);
  else if (event.key === 'Escape' && isOn) framing.turn(false);
  else return current !== null && pressOnRegion(event, current, framing);
  return true;
};
