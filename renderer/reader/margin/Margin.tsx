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

/** Cards that come with one press on "more". */
const STEP = 40;

const positionsOf = (placed: readonly PlacedPassage[]): ReadonlyMap<PassageId, number> =>
  new Map(placed.map(({ passage }, index) => [passage.id, index + 1]));

type Opened = OpenedMore & { readonly firstId: PassageId | undefined };

/** What the margin shows near the window, and how more of a paragraph is asked for. */
const useItems = (placed: readonly PlacedPassage[]) => {
  const { article } = useReader();
  const [opened, setOpened] = useState<Opened | null>(null);
  const all = useMemo(() => chooseCards(placed, article.map.blocks, opened), [placed, article, opened]);
  // The window moves with each frame of scrolling, and most of them bring no card.
  const items = useReaderState(useShallow(({ window, selectedId }) => itemsNear(all, window, selectedId)));
  const open = ({ id, shown, hidden }: MoreItem): void =>
    setOpened({ id, count: shown + STEP, firstId: hidden[0]?.passage.id });
  // The button that was pressed may be gone: the hands go on in what it brought.
  useEffect(() => {
    if (opened?.firstId !== undefined) focusTarget(`card ${opened.firstId}`, { preventScroll: true });
  }, [opened]);
  return { items, open };
};

/** The cards of a paragraph that have no room, by their number; a press makes room for them. */
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
/** The text of a closed card stands this far below its upper edge, that of a line this far below its own. */
const LEVEL_PX = 4;

/**
 * Where the selected card stands while a field is open in it: wholly in sight, so that the text needs not scroll for
 * it. It is settled when the field opens or the card grows; from then on the card scrolls with its text.
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

/**
 * The margin beside the text: the cards near the window, level with their text. They keep their places while
 * something stands over them.
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
