import { useEffect, useState } from 'react';
import { leaveOnEscape } from '#renderer/parts/field/leave-on-escape.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { type OpenPassages, useOpenPassages } from '../../state/passages-context.ts';
import { useReader } from '../../state/reader-context.ts';
import type { ReaderState } from '../../state/reader-store.ts';
import { MarginCard } from '../MarginCard.tsx';
import { MarginSlot } from '../MarginSlot.tsx';
import styles from '../margin.module.css';
import { showCard } from '../show-card.ts';
import { useCardProps } from '../use-card-props.ts';
import { useFieldInSight } from '../use-field-in-sight.ts';
import { useLeaveCard } from '../use-leave-card.ts';

/** Cards that are drawn at first on either side of the place, and that are added by a press. */
const STEP = 40;

/** Where the list begins: at the selected passage, else at what is read. */
const placeIn = (placed: OpenPassages['placed'], { selectedId, window }: ReaderState): number => {
  const selected = placed.findIndex(({ passage }) => passage.id === selectedId);
  const read = placed.findIndex(({ start }) => start >= window.start);
  return selected === -1 ? Math.max(0, read) : selected;
};

/** The cards one below the other, where the text leaves no room for a margin. */
export const MarginList = () => {
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
