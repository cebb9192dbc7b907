import { useLayoutEffect, useRef } from 'react';
import { openCard } from '../state/open-card.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './connector.module.css';
import { ShortCard } from './ShortCard.tsx';
import { usePassageAtHand } from './use-passage-at-hand.ts';

/**
 * Where the text leaves no room for cards: the card of the selected passage in short, at the foot of the text, which
 * gives way to it, so that no line ever lies under it. A press opens the card, as Enter does.
 */
export const CardStrip = () => {
  const { store, view, scroller } = useReader();
  const isAny = useReaderState(({ selectedId }) => selectedId !== null);
  const placed = usePassageAtHand();
  const strip = useRef<HTMLButtonElement>(null);
  const isShown = isAny && placed !== undefined;
  // The line that was pressed does not go out of sight for it.
  useLayoutEffect(() => {
    const page = scroller.current;
    if (!isShown || page === null || view === null || strip.current === null) return;
    const { bottom } = view.lineAt(store.getState().selected.caret);
    const hidden = bottom - page.getBoundingClientRect().bottom;
    if (hidden > 0 && hidden <= strip.current.offsetHeight) page.scrollTop += hidden;
  }, [isShown, scroller, view, store]);
  if (!isShown) return null;
  return (
    <button
      ref={strip}
      type="button"
      className={styles.strip}
      data-label={placed.passage.label}
      aria-label="Open the card of the passage"
      tabIndex={-1}
      onClick={() => openCard(store, placed.passage.id)}
    >
      <ShortCard placed={placed} />
    </button>
  );
};
