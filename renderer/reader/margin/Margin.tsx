import { type RefCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { paragraphNumberAt } from '#domain/article/body/paragraph-numbers.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import {
  chooseCards,
  itemsNear,
  type MarginItem,
  type MoreItem,
  type OpenedMore,
  startOf,
} from './choose-cards.ts';
import { MarginCard, useCardProps, useLeaveCard } from './MarginCard.tsx';
import { MarginSlot } from './MarginSlot.tsx';
import styles from './margin.module.css';
import { type CardBox, keepBetween, stackCards } from './stack-cards.ts';

/** Cards added by each press on "more". */
const STEP = 40;

const positionsOf = (placed: readonly PlacedPassage[]): ReadonlyMap<PassageId, number> =>
  new Map(placed.map(({ passage }, index) => [passage.id, index + 1]));

type Opened = OpenedMore & { readonly firstId: PassageId | undefined };

/** The margin's items near the window, and how to show more of a paragraph. */
const useItems = (placed: readonly PlacedPassage[]) => {
  const { article } = useReader();
  const [opened, setOpened] = useState<Opened | null>(null);
  const all = useMemo(() => chooseCards(placed, article.map.blocks, opened), [placed, article, opened]);
  // The window moves with each frame of scrolling, mostly without a new card.
  const items = useReaderState(useShallow(({ window, selectedId }) => itemsNear(all, window, selectedId)));
  const open = ({ id, shown, hidden }: MoreItem): void =>
    setOpened({ id, count: shown + STEP, firstId: hidden[0]?.passage.id });
  // The pressed button may be gone: the first card that it added gets the focus.
  useEffect(() => {
    if (opened?.firstId !== undefined) focusTarget(`card ${opened.firstId}`, { preventScroll: true });
  }, [opened]);
  return { items, open };
};

/** The cards of a paragraph that don't fit, as a number; a press shows them. */
const MoreCards = ({ item, onMore }: { readonly item: MoreItem; readonly onMore: () => void }) => {
  const { article } = useReader();
  const count = item.hidden.length;
  const number = paragraphNumberAt(article.paragraphs, item.hidden[0]?.start ?? -1);
  const where = number === null ? '' : ` in paragraph ${number}`;
  return (
    <Button
      variant="quiet"
      isSmall
      onPress={onMore}
      aria-label={`${printCount(count, 'more passage')}${where}`}
    >
      +{count.toLocaleString('en-GB')} more
    </Button>
  );
};

/** Distance between two cards, in CSS pixels. */
const GAP = 6;
/** How far the text of a closed card is below its upper edge, and the text of a line below its own. */
const LEVEL_PX = 4;

/**
 * The position of the selected card while a field is open in it: entirely in view, so that the text need not scroll.
 * Set when the field opens or the card grows; after that the card scrolls with its text.
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
 * Aligns the margin cards with their text: after every render, and whenever a card, the text or the margin changes
 * size. Cards are moved directly in the DOM, without a render.
 */
const useCardLayout = (items: readonly MarginItem[]) => {
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

  /** A stable ref per id, or each card would be detached and attached again. */
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

/**
 * The margin beside the text: the cards near the window, aligned with their text. They stay in place while something
 * covers them.
 */
export const Margin = ({ isCovered }: { readonly isCovered: boolean }) => {
  const { placed } = useOpenPassages();
  const leave = useLeaveCard();
  const { items, open } = useItems(placed);
  const positions = useMemo(() => positionsOf(placed), [placed]);
  const { margin, slotRef } = useCardLayout(items);
  const propsOf = useCardProps();
  const total = placed.length;
  const drawItem = (item: MarginItem) =>
    item.kind === 'card' ? (
      <MarginSlot
        key={item.id}
        id={item.id}
        ref={slotRef(item.id)}
        className={styles.card}
        place={{ size: total, position: positions.get(item.id) ?? 0 }}
      >
        <MarginCard {...propsOf(item.placed)} />
      </MarginSlot>
    ) : (
      <li key={item.id} ref={slotRef(item.id)} className={styles.more}>
        <MoreCards item={item} onMore={() => open(item)} />
      </li>
    );
  return (
    <aside ref={margin} className={styles.margin} aria-label={`Passages, ${total}`} data-pane="margin">
      <ul
        className={styles.cards}
        data-covered={isCovered || undefined}
        onKeyDownCapture={leaveOnEscape(leave)}
      >
        {items.map(drawItem)}
      </ul>
    </aside>
  );
};
