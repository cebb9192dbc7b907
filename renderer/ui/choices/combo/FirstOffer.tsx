import { useContext, useEffect, useRef } from 'react';
import { ComboBoxStateContext, type Key } from 'react-aria-components';

/**
 * Within a combo box: makes the first offer the current one while the list is open and nobody has moved through it,
 * so that what is drawn as chosen is what Enter takes. Tab leaves the field and takes nothing that nobody moved to.
 */
export const FirstOffer = () => {
  const state = useContext(ComboBoxStateContext);
  const first = state?.isOpen === true ? state.collection.getFirstKey() : null;
  const manager = state?.selectionManager;
  const focusedKey = manager?.focusedKey ?? null;
  // The offers follow what is typed: what was the first of the offers before is not one that the analyst moved to.
  const chosenHere = useRef<Key | null>(null);
  useEffect(() => {
    const isUntouched = focusedKey === null || focusedKey === chosenHere.current;
    if (first === null || !isUntouched || focusedKey === first) return;
    chosenHere.current = first;
    // After the effects of the combo box itself, which takes every choice away when it opens.
    queueMicrotask(() => manager?.setFocusedKey(first));
  }, [first, focusedKey, manager]);
  useEffect(() => {
    if (first === null || focusedKey !== first) return;
    const leaveUntaken = ({ key }: KeyboardEvent): void => {
      if (key === 'Tab') manager?.setFocusedKey(null);
    };
    document.addEventListener('keydown', leaveUntaken, { capture: true });
    return () => document.removeEventListener('keydown', leaveUntaken, { capture: true });
  }, [first, focusedKey, manager]);
  return null;
};
