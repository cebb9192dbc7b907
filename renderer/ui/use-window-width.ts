import { useSyncExternalStore } from 'react';

/** How much room there is: for a full rail, for icons and a margin, or for the text alone. */
export type WindowWidth = 'wide' | 'middle' | 'narrow';

const wide = '(min-width: 1500px)';
const middle = '(min-width: 1280px)';

const watchWidth = (listener: () => void): (() => void) => {
  const queries = [matchMedia(wide), matchMedia(middle)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
};

const readWidth = (): WindowWidth => {
  if (matchMedia(wide).matches) return 'wide';
  return matchMedia(middle).matches ? 'middle' : 'narrow';
};

/** The class of width of the window; the zoom counts, since a larger window has less room. */
export const useWindowWidth = (): WindowWidth => useSyncExternalStore(watchWidth, readWidth);
