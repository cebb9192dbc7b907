import { useCallback, useEffect, useRef } from 'react';

/** What React Aria dispatches at the element that it is about to give the focus back to. */
const RESTORE = 'react-aria-focus-scope-restore';

const refuse = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};
const allow = (): void => document.removeEventListener(RESTORE, refuse, true);

/**
 * Runs the act it is given once the dialog is gone and what is behind it takes the focus again. The focus is not given
 * back to where it was: a tab or a row takes it a render later, and would take it from where the act has put it.
 */
export const useAfterDialog = (isOpen: boolean): ((act: () => void) => void) => {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => allow, []);
  useEffect(() => {
    const act = waiting.current;
    if (isOpen || act === null) return;
    waiting.current = null;
    act();
    // The frame in which the focus would be given back was asked for before this one.
    requestAnimationFrame(allow);
  }, [isOpen]);
  return useCallback((act) => {
    waiting.current = act;
    document.addEventListener(RESTORE, refuse, true);
  }, []);
};
