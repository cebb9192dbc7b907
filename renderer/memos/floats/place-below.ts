import type { CSSProperties } from 'react';

const GAP_PX = 6;

type Anchor = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

/** Places a small window of `width` under its anchor, or over it where there is no room below. */
export const placeBelow = ({ left, top, bottom }: Anchor, width: number, height: number): CSSProperties => ({
  left: Math.max(GAP_PX, Math.min(left, window.innerWidth - width - GAP_PX)),
  ...(bottom + GAP_PX + height <= window.innerHeight
    ? { top: bottom + GAP_PX }
    : { bottom: window.innerHeight - top + GAP_PX }),
});
