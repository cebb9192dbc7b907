import { type RefCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useReader, useReaderState } from '../../state/reader-context.ts';
import { type MarginItem, startOf } from './choose-cards.ts';
import { type CardBox, keepBetween, stackCards } from './stack-cards.ts';

/** Distance between two cards, in CSS pixels. */
const GAP = 6;
/** The text of a closed card stands this far below its upper edge, that of a line this far below its own. */
const LEVEL_PX = 4;

/**
 * Where the selected card stands while a field is open in it: wholly in sight, so that the text needs not scroll for it.
 * It is settled when the field opens or the card grows; from then on the card scrolls with its text.
 */
const useCardInSight = () => {
  const { scroller } = useReader();
  const selectedId = useReaderState((state) => state.selectedId);
  const field = useReaderState((state) => state.field);
  const held = useRef({ key: '', top: 0 });
  return ({ id, desiredTop, height }: CardBox, origin: number): number => {
    const sight = scroller.current?.getBoundingClientRect();
    if (field === null || id !== selectedId || sight === undefined) return desiredTop;
    const key = `${id} ${field} ${height}`;
    if (held.current.key !== key) {
      const [from, to] = [sight.top - origin + GAP, sight.bottom - origin - GAP];
      held.current = { key, top: keepBetween(desiredTop, height, from, to) };
    }
    return held.current.top;
  };
};

/**
 * Lays the cards of the margin level with their text: after every rendering, and whenever a card, the text or the
 * margin changes its size. Cards are moved directly, so that nothing renders for it.
 */
export const useCardLayout = (items: readonly MarginItem[]) => {
  const { store, view } = useReader();
  const selectedId = useReaderState((state) => state.selectedId);
  const topInSight = useCardInSight();
  const margin = useRef<HTMLElement>(null);
  const elements = useRef(new Map<string, HTMLElement>());
  const refs = useRef(new Map<string, RefCallback<HTMLLIElement>>());
  const observer = useRef<ResizeObserver | null>(null);

  const lay = useLatest((): void => {
    if (view === null || margin.current === null) return;
    const { top: origin } = margin.current.getBoundingClientRect();
    const boxes: CardBox[] = items.flatMap((item) => {
      const element = elements.current.get(item.id);
      if (element === undefined) return [];
      const start = startOf(item);
      const desiredTop = start < 0 ? 0 : view.lineAt(start).top - origin - LEVEL_PX;
      const box = { id: item.id, desiredTop, height: element.offsetHeight };
      return [{ ...box, desiredTop: topInSight(box, origin) }];
    });
    for (const [id, top] of stackCards(boxes, selectedId, GAP)) {
      const element = elements.current.get(id);
      if (element !== undefined) element.style.transform = `translateY(${Math.round(top)}px)`;
    }
    store.setState(({ laid }) => ({ laid: laid + 1 }));
  });
  useLayoutEffect(() => lay.current());

  useEffect(() => {
    if (view === null || margin.current === null) return;
    const resized = new ResizeObserver(() => lay.current());
    observer.current = resized;
    resized.observe(view.dom);
    for (const element of elements.current.values()) resized.observe(element);
    return () => resized.disconnect();
  }, [view]);

  /** The same for an id at every rendering, or each would be taken off and put on again. */
  const slotRef = (id: string): RefCallback<HTMLLIElement> => {
    const known = refs.current.get(id);
    if (known !== undefined) return known;
    const ref: RefCallback<HTMLLIElement> = (element) => {
      if (element === null) return;
      elements.current.set(id, element);
      observer.current?.observe(element);
      return () => {
        elements.current.delete(id);
        refs.current.delete(id);
        observer.current?.unobserve(element);
      };
    };
    refs.current.set(id, ref);
    return ref;
  };
  return { margin, slotRef };
};
