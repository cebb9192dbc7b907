/**
 * Where the focus goes when a dialog closes. React Aria gives it back to what had it when the dialog opened; a menu, a
 * palette or a button that has gone meanwhile takes none. Then the newest of what had it before, and is still there,
 * takes it, so that keys go on where hands were.
 */
import { useEffect } from 'react';
import { isFocusLost } from './focus-into.ts';

const MOST = 16;
/** Newest first; what is in a dialog is none: it goes with it. */
let had: readonly WeakRef<HTMLElement>[] = [];

const note = ({ target }: FocusEvent): void => {
  if (!(target instanceof HTMLElement) || target.closest('[role="dialog"], [role="alertdialog"]') !== null)
    return;
  had = [new WeakRef(target), ...had.filter((each) => each.deref() !== target)].slice(0, MOST);
};

/** Notes what has the focus, as long as the window is there. */
export const useNotedFocus = (): void => {
  useEffect(() => {
    document.addEventListener('focusin', note, true);
    return () => document.removeEventListener('focusin', note, true);
  }, []);
};

const isShown = (element: HTMLElement): boolean =>
  element.isConnected && element.closest('[hidden], [inert]') === null;

const giveBack = (): void => {
  if (!isFocusLost()) return;
  for (const each of had) {
    const element = each.deref();
    if (element === undefined || !isShown(element)) continue;
    element.focus({ preventScroll: true });
    if (!isFocusLost()) return;
  }
};

/** Forgets what had the focus: another view is shown, and gives the focus its place. */
export const forgetNotedFocus = (): void => {
  had = [];
};

/** Gives the focus back once what draws this is gone, if it is nowhere then. */
export const useReturnedFocus = (): void => {
  useEffect(
    () => () => {
      // React Aria gives it back a frame after the dialog is gone, and an act of it may take it in the next.
      requestAnimationFrame(() => requestAnimationFrame(giveBack));
    },
    [],
  );
};
