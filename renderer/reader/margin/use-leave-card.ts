import { flushSync } from 'react-dom';
import { useReader } from '../state/reader-context.ts';

/** What a field writes on being left is written while the field still stands. */
const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

/** From a card back to the text: the field that was open closes, and the drawer with it. */
export const useLeaveCard = (): (() => void) => {
  const { store, view } = useReader();
  return () => {
    leaveField();
    // A drawer that still stands takes the focus back, and the next key would be lost on the way.
    flushSync(() => store.setState({ field: null, isDrawerOpen: false }));
    view?.focus();
  };
};
