import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import { rowClass } from './row-class.ts';
import type { FocusRows } from './use-focus-rows.ts';

export type FocusRowProps = {
  readonly id: string;
  readonly rows: FocusRows;
  /** Whether it is the row that acts are done to: the one that had the focus last. */
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onEnter: () => void;
  /** What letters do while the focus is on the row itself. */
  readonly letters?: Readonly<Record<string, () => void>>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };
const ends: Readonly<Record<string, 'first' | 'last'>> = { Home: 'first', End: 'last' };

/** Where the key goes from that row; null where it goes nowhere. */
const goingOf = (rows: FocusRows, id: string, key: string): (() => void) | null => {
  const step = steps[key];
  if (step !== undefined) return () => rows.focusBeside(id, step);
  const end = ends[key];
  return end === undefined ? null : () => rows.focusEnd(end);
};

/** A row of a list that takes the focus, and keys: ↑ ↓ go to the rows beside it, Home and End to the first and the last. The keys of a field in it are the field's. */
export const FocusRow = (props: FocusRowProps) => {
  const { id, rows, isCurrent, onFocus, onEnter, letters, className, children } = props;
  const ref = useMemo(() => rows.register(id), [rows, id]);
  const takeKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const own = event.key === 'Enter' ? onEnter : letters?.[event.key];
    const run = goingOf(rows, id, event.key) ?? own;
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <li
      ref={ref}
      className={rowClass(isCurrent, className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a row takes letters of its own, so it has to take the focus
      tabIndex={0}
      aria-current={isCurrent}
      data-row-id={id}
      onFocus={onFocus}
      onKeyDown={takeKey}
    >
      {children}
    </li>
  );
};

/** The row that an event comes from; null where it comes from beside them. */
export const focusRowOf = ({ target }: { readonly target: EventTarget | null }): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-id]') : null;
