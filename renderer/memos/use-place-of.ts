import { useEffect, useState } from 'react';

/** Where an element stands in the window, and in what part of the window it scrolls. */
export type Place = { readonly rect: DOMRect; readonly room: DOMRect };

const isScroller = (element: Element): boolean => /auto|scroll/u.test(getComputedStyle(element).overflowY);

const scrollerOf = (element: Element): Element => {
  let at = element.parentElement;
  while (at !== null && !isScroller(at)) at = at.parentElement;
  return at ?? document.documentElement;
};

/** Whether any of it is seen: what has scrolled away has no place to float at. */
export const isSeen = ({ rect, room }: Place): boolean => rect.bottom > room.top && rect.top < room.bottom;

/** Where the element stands, also while things scroll; null without an element. */
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
