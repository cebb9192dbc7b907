import type { CSSProperties } from 'react';

const GAP_PX = 6;

type Anchor = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

export type PlacedFloat = Pick<CSSProperties, 'left' | 'top' | 'bottom'> & {
  /** All the room there is on its side: what does not fit into a low window scrolls. */
  readonly maxBlockSize: number;
};

/**
 * Places a small window of `width`, and of about `height`, under its anchor; over it where there is no room below, and
 * where there is none above either on the side that has more.
 */
export const placeBelow = ({ left, top, bottom }: Anchor, width: number, height: number): PlacedFloat => {
  const below = window.innerHeight - bottom - 2 * GAP_PX;
  const above = top - 2 * GAP_PX;
  const isBelow = below >= height || below >= above;
  return {
    left: Math.max(GAP_PX, Math.min(left, window.innerWidth - width - GAP_PX)),
    ...(isBelow ? { top: bottom + GAP_PX } : { bottom: window.innerHeight - top + GAP_PX }),
    maxBlockSize: isBelow ? below : above,
  };
};
