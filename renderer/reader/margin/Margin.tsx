import { useEffect, useMemo, useState } from 'react';
import type { PassageId } from '#domain/ids.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import {
  chooseCards,
  itemsNear,
  type MarginItem,
  type MoreItem,
  type OpenedMore,
} from './layout/choose-cards.ts';
import { useCardLayout } from './layout/use-card-layout.ts';
import { MarginCard } from './MarginCard.tsx';
import { MarginSlot } from './MarginSlot.tsx';
import { MoreCards } from './MoreCards.tsx';
import styles from './margin.module.css';
import { useCardProps } from './use-card-props.ts';
import { useLeaveCard } from './use-leave-card.ts';

/** Cards that come with one press on "more". */
const STEP = 40;

const positionsOf = (placed: readonly PlacedPassage[]): ReadonlyMap<PassageId, number> =>
  new Map(placed.map(({ passage }, index) => [passage.id, index + 1]));

type Opened = OpenedMore & { readonly firstId: PassageId | undefined };

/** What the margin shows near the window, and how more of a paragraph is asked for. */
const useItems = (placed: readonly PlacedPassage[]) => {
  const { article } = useReader();
  const window = useReaderState((state) => state.window);
  const selectedId = useReaderState((state) => state.selectedId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const all = useMemo(() => chooseCards(placed, article.map.blocks, opened), [placed, article, opened]);
  const items = useMemo(() => itemsNear(all, window, selectedId), [all, window, selectedId]);
  const open = ({ id, shown, hidden }: MoreItem): void =>
    setOpened({ id, count: shown + STEP, firstId: hidden[0]?.passage.id });
  // The button that was pressed may be gone: the hands go on in what it brought.
  useEffect(() => {
    if (opened?.firstId !== undefined) focusTarget(`card ${opened.firstId}`, { preventScroll: true });
  }, [opened]);
  return { items, open };
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
