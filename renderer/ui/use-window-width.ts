import { useSyncExternalStore } from 'react';

/** How much room there is: for everything side by side, for a list and a margin, or for the text only. */
export type WindowWidth = 'wide' | 'middle' | 'narrow';

const wide = '(min-width: 1500px)';
const middle = '(min-width: 1280px)';

/** From this width the sidebar has room for words, beside a list and a text. */
const words = '(min-width: 1100px)';

const watch =
  (...queries: readonly string[]) =>
  (listener: () => void): (() => void) => {
    const lists = queries.map((query) => matchMedia(query));
    for (const list of lists) list.addEventListener('change', listener);
    return () => {
      for (const list of lists) list.removeEventListener('change', listener);
    };
  };
const watchWidth = watch(wide, middle);
const watchWords = watch(words);

const readWidth = (): WindowWidth => {
  if (matchMedia(wide).matches) return 'wide';
  return matchMedia(middle).matches ? 'middle' : 'narrow';
};

/** The width class of the window; zooming counts, since a larger scale leaves less room. */
export const useWindowWidth = (): WindowWidth => useSyncExternalStore(watchWidth, readWidth);

/** Whether the sidebar has room for words. */
export const useHasRoomForWords = (): boolean =>
  useSyncExternalStore(watchWords, () => matchMedia(words).matches);
