import { useLayoutEffect, useRef, useState } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { CardLine } from '#renderer/parts/passage/card/CardLine.tsx';
import { focusTargetElement } from '#renderer/window/focus-targets.ts';
import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { type ArticleView, useReader, useReaderState } from '../state/reader-context.ts';
import { openCard } from '../state/reader-store.ts';
import styles from './connector.module.css';

/** The card of a passage on one line. */
const ShortCard = ({ placed: { passage } }: { readonly placed: PlacedPassage }) => {
  const { tasks, publication, relationCounts } = useOpenPassages();
  const { count = 0, contradictions = 0 } = relationCounts.get(passage.id) ?? {};
  return (
    <CardLine
      passage={passage}
      publication={publication}
      relationCount={count}
      isContradicted={contradictions > 0}
      tasks={tasks.filter(({ passageId, deletedAt }) => passageId === passage.id && deletedAt === null)}
    />
  );
};

/** The hovered passage, else the selected one. */
const usePassageAtHand = (): PlacedPassage | undefined => {
  const { placed } = useOpenPassages();
  const id = useReaderState(({ hotId, selectedId }) => hotId ?? selectedId);
  return id === null ? undefined : placed.find(({ passage }) => passage.id === id);
};

/** Lengths in CSS pixels, relative to the scrolling page. */
type Measured =
  /** The card is visible: a line connects it to the text. */
  | {
      readonly kind: 'line';
      readonly left: number;
      readonly width: number;
      readonly from: number;
      readonly to: number;
    }
  /** The card is not: a short form is shown in its place. */
  | { readonly kind: 'peek'; readonly left: number; readonly top: number; readonly width: number };

type ConnectorPlace = {
  readonly view: ArticleView;
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly range: TextRange;
  /** Null if there is none. */
  readonly card: HTMLElement | null;
  readonly margin: HTMLElement;
};

/** The middle of a closed card, below its upper edge. */
const CARD_MIDDLE_PX = 17;
const PEEK_GAP_PX = 4;

const isInSight = (box: DOMRect, room: DOMRect): boolean =>
  box.top >= room.top - 1 && Math.min(box.bottom, box.top + 2 * CARD_MIDDLE_PX) <= room.bottom;

/** The line from the first line of a passage to its card, or the place of its short form; null if it is out of view. */
const measureConnector = ({ view, scroller, page, range, card, margin }: ConnectorPlace): Measured | null => {
  const origin = page.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  const text = view.dom.getBoundingClientRect();
  const cardBox = card?.getBoundingClientRect();
  if (cardBox !== undefined && isInSight(cardBox, room)) {
    const line = view.lineAt(range.start);
    return {
      kind: 'line',
      left: text.right - origin.left,
      width: cardBox.left - text.right,
      from: (line.top + line.bottom) / 2 - origin.top,
      to: cardBox.top + CARD_MIDDLE_PX - origin.top,
    };
  }
  const lines = view.boxesOf(range).filter(({ top, bottom }) => bottom > room.top && top < room.bottom);
  const [first] = lines;
  if (first === undefined) return null;
  const { left, width } = margin.getBoundingClientRect();
  return { kind: 'peek', left: left - origin.left, top: first.top - origin.top - PEEK_GAP_PX, width };
};

/** What was measured, with its passage: a measurement is never used for another one. */
type Shown = { readonly placed: PlacedPassage; readonly measured: Measured | null };

/** The positions of the hovered or selected passage and its card, measured again when either may have moved. */
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
    // The margin is measured, never focused, and a page has only one.
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
 * Shows which margin card belongs to the hovered passage, else to the selected one: by a line to it, or, if the card is
 * out of view, by a short form in its place. Visual only: the card itself has the same for screen readers.
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

/**
 * If there is no room for cards beside the text: a short card of the selected passage, below the text, which shrinks so
 * that no line is ever covered. A press opens the card, as Enter does.
 */
export const CardStrip = () => {
  const { store, view, scroller } = useReader();
  const isAny = useReaderState(({ selectedId }) => selectedId !== null);
  const placed = usePassageAtHand();
  const strip = useRef<HTMLButtonElement>(null);
  const isShown = isAny && placed !== undefined;
  // The line that was pressed stays in view.
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
