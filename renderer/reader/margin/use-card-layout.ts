import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import { useLatest } from '../state/use-latest.ts';
import { type CardBox, stackCards } from './stack-cards.ts';

/** Distance between two cards, in CSS pixels. */
const GAP = 6;
/** The text of a closed card stands this far below its upper edge, that of a line this far below its own. */
const LEVEL_PX = 4;

/**
 * Lays the cards of the margin level with their text: after every rendering, and whenever a card, the text or the
 * margin changes its size. Cards are moved directly, so that nothing renders for it.
 */
export const useCardLayout = (cards: readonly PlacedPassage[]) => {
  const { view } = useReader();
  const selectedId = useReaderState((state) => state.selectedId);
  const margin = useRef<HTMLElement>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const observer = useRef<ResizeObserver | null>(null);

  const lay = useLatest((): void => {
    if (view === null || margin.current === null) return;
    const { top: origin } = margin.current.getBoundingClientRect();
    const boxes: CardBox[] = cards.flatMap(({ passage, start }) => {
      const element = elements.current.get(passage.id);
      if (element === undefined) return [];
      const desiredTop = start < 0 ? 0 : view.lineAt(start).top - origin - LEVEL_PX;
      return [{ id: passage.id, desiredTop, height: element.offsetHeight }];
    });
    for (const [id, top] of stackCards(boxes, selectedId, GAP)) {
      const element = elements.current.get(id);
      if (element !== undefined) element.style.transform = `translateY(${Math.round(top)}px)`;
    }
  });
  useLayoutEffect(() => lay.current());

  useEffect(() => {
    if (view === null || margin.current === null) return;
    const resized = new ResizeObserver(() => lay.current());
    observer.current = resized;
    resized.observe(view.dom);
    for (const element of elements.current.values()) resized.observe(element);
    return () => resized.disconnect();
  }, [view, lay]);

  const cardRef = useCallback(
    (id: string) => (element: HTMLElement | null) => {
      if (element === null) return;
      elements.current.set(id, element);
      observer.current?.observe(element);
      return () => {
        elements.current.delete(id);
        observer.current?.unobserve(element);
      };
    },
    [],
  );
  return { margin, cardRef };
};
