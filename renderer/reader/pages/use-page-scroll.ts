import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageSize } from '#renderer/pdf/draw-pdf.ts';
import { layPages, type PageLayout, type PagePlace, pageAt, placeAt, topOf } from './page-layout.ts';

/** The visible part of the pages, in layout coordinates. */
type Sight = { readonly top: number; readonly height: number; readonly width: number };

/** How much above and below the viewport is rendered too, in viewport heights. */
const AHEAD = 0.6;

/** Where the reading position is, below the upper edge, as a share of the height. */
const READING_SHARE = 0.3;

const useSight = (scroller: RefObject<HTMLElement | null>): Sight => {
  const [sight, setSight] = useState<Sight>({ top: 0, height: 0, width: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const { scrollTop: top, clientHeight: height, clientWidth: width } = element;
      setSight((before) =>
        before.top === top && before.height === height && before.width === width
          ? before
          : { top, height, width },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return sight;
};

export type PageScroll = {
  readonly layout: PageLayout;
  /** The indexes of the rendered pages. */
  readonly drawn: readonly number[];
  /** The index of the current page. */
  readonly current: number;
  /** Scrolls a place to the reading position; does nothing if it is in view, unless `isExact`. */
  goTo(place: PagePlace, isExact?: boolean): void;
};

/** Which pages are visible, and scrolling to a place. The reading position is kept when the zoom changes. */
export const usePageScroll = (
  scroller: RefObject<HTMLElement | null>,
  sizes: readonly PageSize[],
  zoom: number,
): PageScroll => {
  const sight = useSight(scroller);
  const layout = useMemo(() => layPages(sizes, sight.width, zoom), [sizes, sight.width, zoom]);
  const laid = useRef<PageLayout | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = laid.current;
    laid.current = layout;
    if (element === null || before === null || before.height === layout.height) return;
    element.scrollTop = topOf(layout, placeAt(before, element.scrollTop));
    element.scrollLeft = (layout.width - element.clientWidth) / 2;
  });
  const from = pageAt(layout, sight.top - AHEAD * sight.height);
  const to = pageAt(layout, sight.top + (1 + AHEAD) * sight.height);
  const goTo = useCallback(
    (place: PagePlace, isExact = false): void => {
      const element = scroller.current;
      if (element === null || laid.current === null) return;
      const top = topOf(laid.current, place);
      const isInSight = top > element.scrollTop + 24 && top < element.scrollTop + element.clientHeight - 64;
      if (isExact) element.scrollTop = top;
      else if (!isInSight) element.scrollTop = top - READING_SHARE * element.clientHeight;
    },
    [scroller],
  );
  return {
    layout,
    drawn: sight.width === 0 ? [] : Array.from({ length: to - from + 1 }, (_, at) => from + at),
    current: pageAt(layout, sight.top + READING_SHARE * sight.height),
    goTo,
  };
};
