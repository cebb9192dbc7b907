import { useState } from 'react';
import { createFocusTargets, type FocusTargets } from '../focus/focus-targets.ts';
import { useLatest } from '../use-latest.ts';

/** The rows of one list that take the focus, in the order in which the arrow keys go through them. */
export type FocusRows = FocusTargets<string> & {
  /** The row after or before that one; the first, where there is none to go from. */
  readonly focusBeside: (id: string | undefined, by: -1 | 1) => void;
};

/** Knows the element of each row as it comes and goes; `ids` is the order. What it returns stays the same. */
export const useFocusRows = (ids: readonly string[]): FocusRows => {
  const order = useLatest(ids);
  const [rows] = useState<FocusRows>(() => {
    const targets = createFocusTargets<string>();
    return {
      ...targets,
      focusBeside: (id, by) => {
        const beside = order.current[(id === undefined ? -1 : order.current.indexOf(id)) + by];
        if (beside !== undefined) targets.focus(beside);
      },
    };
  });
  return rows;
};
