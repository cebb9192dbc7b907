import { type RefObject, useCallback, useState } from 'react';
import { useFollowScroll } from '#renderer/ui/use-follow-scroll.ts';
import { CHUNK } from './LineChunk.tsx';
import type { TableLayout } from './table-layout.ts';

/** So much above and below what is in sight is drawn too, in CSS pixels. */
const BEYOND = 500;

type Span = { readonly first: number; readonly last: number };

/** The chunks of lines that are in sight of a scrolling element, or nearly so. */
export const useChunksInSight = (scroller: RefObject<HTMLElement | null>, layout: TableLayout) => {
  const [{ first, last }, setSpan] = useState<Span>({ first: 0, last: 0 });
  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null || layout.count === 0) return;
    const { scrollTop, clientHeight } = element;
    const next = {
      first: Math.floor(layout.indexAt(scrollTop - BEYOND) / CHUNK),
      last: Math.floor(layout.indexAt(scrollTop + clientHeight + BEYOND) / CHUNK),
    };
    setSpan((span) => (span.first === next.first && span.last === next.last ? span : next));
  }, [scroller, layout]);

  useFollowScroll(
    useCallback(() => scroller.current, [scroller]),
    look,
  );

  const end = Math.floor(Math.max(0, layout.count - 1) / CHUNK);
  const count = layout.count === 0 ? 0 : Math.min(last, end) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
};
