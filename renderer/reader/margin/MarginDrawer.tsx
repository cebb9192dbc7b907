import { useEffect, useState } from 'react';
import type { PassageId } from '#domain/ids.ts';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Drawer } from '#renderer/ui/overlays/Drawer.tsx';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import { type OpenPassages, useOpenPassages } from '../state/passages-context.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import type { ReaderState } from '../state/reader-store.ts';
import { MarginCard, useCardProps, useLeaveCard } from './MarginCard.tsx';
import { MarginSlot } from './MarginSlot.tsx';
import styles from './margin.module.css';

/** Cards rendered at first on either side of the place, and added by a press. */
const STEP = 40;

/** Where the list begins: at the selected passage, else at the text being read. */
const placeIn = (placed: OpenPassages['placed'], { selectedId, window }: ReaderState): number => {
  const selected = placed.findIndex(({ passage }) => passage.id === selectedId);
  const read = placed.findIndex(({ start }) => start >= window.start);
  return selected === -1 ? Math.max(0, read) : selected;
};

/** Scrolls the whole card of the passage into view, if there is one. */
const showCard = (id: PassageId | null): void => {
  if (id !== null) focusTargetElement(`card ${id}`)?.scrollIntoView({ block: 'nearest' });
};

/** Scrolls the whole card into view when a field opens in it. */
const useFieldInSight = (): void => {
  const id = useReaderState((state) => state.selectedId);
  const field = useReaderState((state) => state.field);
  useEffect(() => {
    if (field === null) return;
    const frame = requestAnimationFrame(() => showCard(id));
    return () => cancelAnimationFrame(frame);
  }, [id, field]);
};

/** The cards one below the other, if there is no room for a margin. */
const MarginList = () => {
  const { placed } = useOpenPassages();
  const leave = useLeaveCard();
  const { store } = useReader();
  const propsOf = useCardProps();
  const [range, setRange] = useState(() => {
    const place = placeIn(placed, store.getState());
    return { from: Math.max(0, place - STEP), to: place + STEP };
  });
  useFieldInSight();
  useEffect(() => {
    showCard(store.getState().selectedId);
  }, [store]);
  const after = placed.length - range.to;
  return (
    <ul className={styles.list} onKeyDownCapture={leaveOnEscape(leave)}>
      {range.from > 0 && (
        <li>
          <Button
            variant="quiet"
            isSmall
            onPress={() => setRange({ ...range, from: Math.max(0, range.from - STEP) })}
          >
            {range.from.toLocaleString('en-GB')} before these
          </Button>
        </li>
      )}
      {placed.slice(range.from, range.to).map((each) => (
        <MarginSlot key={each.passage.id} id={each.passage.id}>
          <MarginCard {...propsOf(each)} />
        </MarginSlot>
      ))}
      {after > 0 && (
        <li>
          <Button variant="quiet" isSmall onPress={() => setRange({ ...range, to: range.to + STEP })}>
            {after.toLocaleString('en-GB')} more
          </Button>
        </li>
      )}
    </ul>
  );
};

/** The margin as a drawer if there is no room beside the text; it closes when there is room again. */
export const MarginDrawer = () => {
  const { store } = useReader();
  const { placed } = useOpenPassages();
  const leave = useLeaveCard();
  const isOpen = useReaderState(({ isDrawerOpen }) => isDrawerOpen);
  useEffect(() => () => store.setState({ isDrawerOpen: false }), [store]);
  return (
    <Drawer label={`Passages, ${placed.length}`} side="right" isOpen={isOpen} onClose={leave}>
      <MarginList />
    </Drawer>
  );
};
