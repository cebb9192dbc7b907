import { useLayoutEffect, useRef, useState } from 'react';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';
import styles from './connector.module.css';
import { type CardConnector as Measured, measureConnector } from './measure-connector.ts';
import { ShortCard } from './ShortCard.tsx';
import { usePassageAtHand } from './use-passage-at-hand.ts';

/** What was measured for which passage: the measure of another one is never shown. */
type Shown = { readonly placed: PlacedPassage; readonly measured: Measured | null };

/** Where the passage at hand and its card are, measured again when either may have moved. */
const useMeasured = (placed: PlacedPassage | undefined) => {
  const { view, scroller } = useReader();
  const laid = useReaderState((state) => state.laid);
  const window = useReaderState((state) => state.window);
  const root = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards and text move with `laid` and `window`
  useLayoutEffect(() => {
    const page = root.current?.parentElement;
    const range = placed?.ranges[0];
    // The margin is measured, never focused, and a page has one.
    const margin = page?.querySelector('aside');
    if (
      placed === undefined ||
      range === undefined ||
      view === null ||
      !page ||
      !margin ||
      scroller.current === null
    ) {
      setShown(null);
      return;
    }
    const card = focusTargetElement(`card ${placed.passage.id}`) ?? null;
    const measured = measureConnector({ view, scroller: scroller.current, page, range, card, margin });
    setShown({ placed, measured });
  }, [placed, view, scroller, laid, window]);
  return { root, measured: shown?.placed === placed ? (shown?.measured ?? null) : null };
};

/**
 * Shows which card of the margin belongs to the passage that is pointed at, else to the selected one: by a line that
 * leads to it, or, where the card is out of sight, by what stands in its place. Seen only: the card itself says it too.
 */
export const CardConnector = () => {
  const at = usePassageAtHand();
  const { root, measured } = useMeasured(at);
  return (
    <div ref={root} className={styles.connector} data-label={at?.passage.label} aria-hidden>
      {measured?.kind === 'line' && <Line {...measured} />}
      {measured?.kind === 'peek' && at !== undefined && (
        <div
          className={styles.peek}
          style={{ left: measured.left, top: measured.top, width: measured.width }}
        >
          <ShortCard placed={at} />
        </div>
      )}
    </div>
  );
};

const Line = ({ left, width, from, to }: Extract<Measured, { kind: 'line' }>) => {
  const top = Math.min(from, to) - 1;
  const middle = Math.round(width / 2) + 0.5;
  return (
    <svg
      className={styles.line}
      style={{ left, top }}
      width={width}
      height={Math.abs(to - from) + 2}
      role="presentation"
    >
      <path d={`M2 ${from - top}H${middle}V${to - top}H${width}`} />
    </svg>
  );
};
