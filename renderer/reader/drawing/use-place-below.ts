import { useLayoutEffect, useRef, useState } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { useReader } from '../state/reader-context.ts';

/** Space between a floating element and the edge of the visible part. */
const EDGE_PX = 8;

/** A position below the first line of `range`, moved sideways as far as needed to stay in view. */
export const usePlaceBelow = (range: TextRange | null) => {
  const { view, scroller } = useReader();
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const page = tip.current?.offsetParent;
    const line = range === null ? undefined : view?.boxesOf(range)[0];
    if (!page || !tip.current || line === undefined || scroller.current === null) return;
    const origin = page.getBoundingClientRect();
    const most = scroller.current.getBoundingClientRect().left + scroller.current.clientWidth;
    const left = Math.min(line.left, most - tip.current.offsetWidth - EDGE_PX);
    setPlace({ left: left - origin.left, top: line.bottom + 4 - origin.top });
  }, [range, view, scroller]);
  return { tip, place };
};
