import { type RefObject, useContext, useLayoutEffect } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/** The dialog that the field stands in, else the part of the page. */
const surroundingsOf = (field: HTMLElement | null): HTMLElement | null => {
  let around: HTMLElement | null = field;
  while (around !== null && around.role !== 'dialog' && around.parentElement !== document.body)
    around = around.parentElement;
  return around;
};

/**
 * Within a combo box: keeps what stands around the field for screen readers while the offers are open. React Aria hides
 * it from them, as if the offers were a dialog, though Tab still goes there; a live region is all that it leaves.
 */
export const StaysReadable = ({ field }: { readonly field: RefObject<HTMLElement | null> }) => {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen === true;
  // Before the effect of the combo box that hides.
  useLayoutEffect(() => {
    const around = isOpen ? surroundingsOf(field.current) : null;
    if (around === null) return;
    around.dataset.liveAnnouncer = 'true';
    return () => {
      delete around.dataset.liveAnnouncer;
    };
  }, [isOpen, field]);
  return null;
};
