import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import { printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './date-tip.module.css';
import { useReader, useReaderState } from './state/reader-context.ts';

const dateStartOf = (target: EventTarget | null): number | null => {
  const start =
    target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined;
  return start === undefined ? null : Number(start);
};

/** Where the date begins that the pointer is on; null for none. */
const useHoveredStart = (): number | null => {
  const { view } = useReader();
  const [start, setStart] = useState<number | null>(null);
  useEffect(() => {
    if (view === null) return;
    const enter = ({ target }: PointerEvent): void => setStart(dateStartOf(target));
    const leave = (): void => setStart(null);
    view.dom.addEventListener('pointerover', enter);
    view.dom.addEventListener('pointerleave', leave);
    return () => {
      view.dom.removeEventListener('pointerover', enter);
      view.dom.removeEventListener('pointerleave', leave);
    };
  }, [view]);
  return start;
};

/** Air between the tip and the edge of what is seen. */
const EDGE_PX = 8;

/** Below the first line of the date, moved sideways as far as it takes to stay in sight. */
const usePlace = (date: TextDate | null) => {
  const { view, scroller } = useReader();
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const page = tip.current?.offsetParent;
    const line = date === null ? undefined : view?.boxesOf(date)[0];
    if (!page || !tip.current || line === undefined || scroller.current === null) return;
    const origin = page.getBoundingClientRect();
    const most = scroller.current.getBoundingClientRect().left + scroller.current.clientWidth;
    const left = Math.min(line.left, most - tip.current.offsetWidth - EDGE_PX);
    setPlace({ left: left - origin.left, top: line.bottom + 4 - origin.top });
  }, [date, view, scroller]);
  return { tip, place };
};

/** What the relative date under the pointer means. It is said beside the text, and never written into it. */
export const DateTip = () => {
  const dates = useReaderState((state) => state.dates);
  const start = useHoveredStart();
  const isBusy = useReaderState(({ isSelecting, selected }) => isSelecting || selected.range !== null);
  const hovered = start === null || isBusy ? null : dates.at(start);
  // Of two dates side by side the first ends where the second begins.
  const date = hovered?.start === start ? hovered : null;
  const { tip, place } = usePlace(date);
  if (date === null) return null;
  return (
    <div ref={tip} role="tooltip" className={joinClasses('tip', styles.tip)} style={place}>
      {printResolved(date.resolved)}
    </div>
  );
};
