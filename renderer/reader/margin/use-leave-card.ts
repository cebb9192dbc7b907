import { useReader } from '../state/reader-context.ts';

/** From a card back to the text: the field that was open closes, and the drawer with it. */
export const useLeaveCard = (): (() => void) => {
  const { store, view } = useReader();
  return () => {
    store.setState({ field: null, isDrawerOpen: false });
    view?.focus();
  };
};
