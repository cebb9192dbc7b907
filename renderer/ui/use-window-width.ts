import { useSyncExternalStore } from 'react';

/** How much room there is: for everything side by side, for a list and a margin, or for the text alone. */
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

/** Whether the window fulfils a media query, and is told when that changes. */
export const useHasRoom = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
