import { type RefCallback, useState } from 'react';
import { useLatest } from '../use-latest.ts';

/** The rows of one list that take the focus, in the order in which the arrow keys go through them. */
export type FocusRows = {
  /** The ref of the row of that id. */
  readonly register: (id: string) => RefCallback<HTMLElement>;
  readonly focus: (id: string) => void;
  readonly focusBeside: (id: string, by: -1 | 1) => void;
};

/** Remembers the element of each row as it comes and goes; `ids` is the order. What it returns stays the same. */
export const useFocusRows = (ids: readonly string[]): FocusRows => {
  const order = useLatest(ids);
  const [rows] = useState<FocusRows>(() => {
    const elements = new Map<string, HTMLElement>();
    const focus = (id: string | undefined): void => elements.get(id ?? '')?.focus();
    return {
      register: (id) => (element) => {
        if (element === null) return;
        elements.set(id, element);
        return () => {
          elements.delete(id);
        };
      },
      focus,
      focusBeside: (id, by) => focus(order.current[order.current.indexOf(id) + by]),
    };
  });
  return rows;
};
