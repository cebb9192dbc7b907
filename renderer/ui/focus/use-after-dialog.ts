import { useCallback, useEffect, useRef } from 'react';

/** The event that React Aria dispatches on the element to which it returns the focus. */
const RESTORE = 'react-aria-focus-scope-restore';

const refuse = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};
const allow = (): void => document.removeEventListener(RESTORE, refuse, true);

/**
 * Runs the given act once the dialog is gone and the page behind it can take focus again. React Aria's return of the
 * focus is prevented: a tab or a row takes it a render later, and would take it from where the act has put it.
 */
export const useAfterDialog = (isOpen: boolean): ((act: () => void) => void) => {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => allow, []);
  useEffect(() => {
    const act = waiting.current;
    if (isOpen || act === null) return;
    waiting.current = null;
    act();
    // The frame in which the focus would be returned was requested before this one.
    requestAnimationFrame(allow);
  }, [isOpen]);
  return useCallback((act) => {
    waiting.current = act;
    document.addEventListener(RESTORE, refuse, true);
  }, []);
};
