// Where a small window floats: under or over its anchor, which may scroll. @floating-ui/dom, which comes with the
// editor, is 25 KB and asynchronous: the first render would be without a position.
import { type CSSProperties, useEffect, useState } from 'react';

const GAP_PX = 6;

type Anchor = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

export type PlacedFloat = Pick<CSSProperties, 'left' | 'top' | 'bottom'> & {
  /** All the room on its side: what does not fit into a low window scrolls. */
  readonly maxBlockSize: number;
};

/**
 * Places a small window of `width` and approximately `height` under its anchor; over it if there is no room below, and
 * if there is none above either, on the side with more room.
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

/** The position of an element in the window, and the visible part of its scrollers. */
export type Place = { readonly rect: DOMRect; readonly room: DOMRect };

const isScroller = (element: Element): boolean => /auto|scroll/u.test(getComputedStyle(element).overflowY);

const scrollerOf = (element: Element): Element => {
  let at = element.parentElement;
  while (at !== null && !isScroller(at)) at = at.parentElement;
  return at ?? document.documentElement;
};

/** Whether any of it is visible: an anchor that has scrolled away has no position. */
export const isSeen = ({ rect, room }: Place): boolean => rect.bottom > room.top && rect.top < room.bottom;

/** The element's position, updated as things scroll; null without an element. */
export const usePlaceOf = (element: HTMLElement | null): Place | null => {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    if (element === null) {
      setPlace(null);
      return;
    }
    const scroller = scrollerOf(element);
    const measure = (): void =>
      setPlace({ rect: element.getBoundingClientRect(), room: scroller.getBoundingClientRect() });
    measure();
    window.addEventListener('scroll', measure, { capture: true, passive: true });
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, { capture: true });
      window.removeEventListener('resize', measure);
    };
  }, [element]);
  return element === null ? null : place;
};
