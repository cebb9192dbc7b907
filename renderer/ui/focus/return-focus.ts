/**
 * Where the focus goes when a dialog closes. React Aria returns it to the element that had it when the dialog opened; a
 * menu, palette or button that is gone by then can't take it. Then the most recently focused element that still exists
 * gets it, so that keys go on working there.
 */
import { useEffect } from 'react';
import { isFocusLost } from './focus-into.ts';

const MOST = 16;
/** Newest first; elements in dialogs are left out: they go with the dialog. */
let had: readonly WeakRef<HTMLElement>[] = [];

const note = ({ target }: FocusEvent): void => {
  if (!(target instanceof HTMLElement) || target.closest('[role="dialog"], [role="alertdialog"]') !== null)
    return;
  had = [new WeakRef(target), ...had.filter((each) => each.deref() !== target)].slice(0, MOST);
};

/** Records focused elements while the window exists. */
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

/** Forgets earlier focus: another view is shown, and sets the focus itself. */
export const forgetNotedFocus = (): void => {
  had = [];
};

/** Returns the focus after the calling component unmounts, if it is lost then. */
export const useReturnedFocus = (): void => {
  useEffect(
    () => () => {
      // React Aria returns it a frame after the dialog is gone, and the dialog's act may take it in the next.
      requestAnimationFrame(() => requestAnimationFrame(giveBack));
    },
    [],
  );
};
