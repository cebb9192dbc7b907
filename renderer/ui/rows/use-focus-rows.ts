import { useState } from 'react';
import { createFocusTargets, type FocusTargets } from '../focus/focus-targets.ts';
import { useLatest } from '../use-latest.ts';

/** The rows of one list that take the focus, in the order in which the arrow keys go through them. */
export type FocusRows = FocusTargets<string> & {
  /** The row after or before that one; the first, where there is none to go from. */
  readonly focusBeside: (id: string | undefined, by: -1 | 1) => void;
  /** The first row of all, or the last, once it is drawn. */
  readonly focusEnd: (end: 'first' | 'last') => void;
};

/**
 * Knows the element of each row as it comes and goes; `ids` is the order, and `onWanted` hears of a row that may have to
 * be drawn first. What it returns stays the same.
 */
export const useFocusRows = (
  ids: readonly string[],
  onWanted: (id: string) => void = () => undefined,
): FocusRows => {
  const order = useLatest(ids);
  const wanted = useLatest(onWanted);
  const [rows] = useState<FocusRows>(() => {
    const targets = createFocusTargets<string>();
    return {
      ...targets,
      focusBeside: (id, by) => {
        const beside = order.current[(id === undefined ? -1 : order.current.indexOf(id)) + by];
        if (beside !== undefined) targets.focus(beside);
      },
      focusEnd: (end) => {
        const id = order.current.at(end === 'first' ? 0 : -1);
        if (id === undefined) return;
        wanted.current(id);
        targets.focus(id);
      },
    };
  });
  return rows;
};
