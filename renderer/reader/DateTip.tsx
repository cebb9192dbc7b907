import { useEffect, useState } from 'react';
import { printResolved } from '#renderer/parts/dates/print-resolved.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './date-tip.module.css';
import { usePlaceBelow } from './drawing/use-place-below.ts';
import { useReader, useReaderState } from './state/reader-context.ts';

const dateStartOf = (target: EventTarget | null): number | null => {
  const start =
    target instanceof Element ? target.closest<HTMLElement>('[data-date]')?.dataset.date : undefined;
  return start === undefined ? null : Number(start);
};

/** The start of the date under the pointer; null for none. */
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

/** The meaning of the relative date under the pointer. Shown beside the text, never inserted into it. */
export const DateTip = () => {
  const dates = useReaderState((state) => state.dates);
  const start = useHoveredStart();
  const isBusy = useReaderState(({ isSelecting, selected }) => isSelecting || selected.range !== null);
  const hovered = start === null || isBusy ? null : dates.at(start);
  // Of two adjacent dates the first ends where the second begins.
  const date = hovered?.start === start ? hovered : null;
  const { tip, place } = usePlaceBelow(date);
  if (date === null) return null;
  return (
    <div ref={tip} role="tooltip" className={joinClasses('tip', styles.tip)} style={place}>
      {printResolved(date.resolved)}
    </div>
  );
};
