import { type KeyboardEvent, useCallback, useContext } from 'react';
import { useWidth } from '../use-width.ts';
import { useWidthDrag } from '../use-width-drag.ts';
import styles from './pane-edge.module.css';
import { drawPaneWidth, KeepPaneWidth, MIN_PANE_WIDTH, type PaneKind } from './pane-width.ts';

const STEP = 16;
const MAX_PANE_WIDTH = 1000;

export type PaneEdgeProps = { readonly kind: PaneKind; readonly label: string };

/** The edge of a pane: dragged with the pointer or moved with ← and →; a double click or Enter resets the width. */
export const PaneEdge = ({ kind, label }: PaneEdgeProps) => {
  const keep = useContext(KeepPaneWidth);
  const [width, measure] = useWidth();
  const side = kind === 'list' || kind === 'original' ? 'right' : 'left';
  const drag = useWidthDrag({
    side,
    minWidth: MIN_PANE_WIDTH,
    onWidth: (drawn, isDone) => (isDone ? keep : drawPaneWidth)(kind, drawn),
  });
  const place = useCallback(
    (element: HTMLElement | null) =>
      element?.parentElement == null ? undefined : measure(element.parentElement),
    [measure],
  );
  const widthAfter = ({ key, currentTarget }: KeyboardEvent<HTMLElement>): number | null | undefined => {
    if (key === 'Enter') return null;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
    const isWider = (key === 'ArrowRight') === (side === 'right');
    const now = currentTarget.parentElement?.offsetWidth ?? 0;
    return Math.max(MIN_PANE_WIDTH, now + (isWider ? STEP : -STEP));
  };
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = widthAfter(event);
    if (next === undefined) return;
    event.preventDefault();
    keep(kind, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule between two parts of a text moves nothing.
    <div
      ref={place}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuemin={MIN_PANE_WIDTH}
      aria-valuemax={MAX_PANE_WIDTH}
      tabIndex={0}
      className={styles.edge}
      data-side={side}
      onKeyDown={move}
      onDoubleClick={() => keep(kind, null)}
      {...drag}
    />
  );
};
