import { useContext, useEffect } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/**
 * Within a combo box: makes the first offer the current one while the list is open and nobody has moved through it,
 * so that what is drawn as chosen is what Enter takes. Tab leaves the field and takes nothing that nobody moved to.
 */
export const FirstOffer = () => {
  const state = useContext(ComboBoxStateContext);
  const first = state?.isOpen === true ? state.collection.getFirstKey() : null;
  const manager = state?.selectionManager;
  const focusedKey = manager?.focusedKey ?? null;
  useEffect(() => {
    if (first !== null && focusedKey === null) manager?.setFocusedKey(first);
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
