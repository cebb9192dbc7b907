import { useAppState } from './app-state.ts';

/** Behind a count: " so far" while the lists are still being filled, for more is to come; nothing afterwards. */
export const useSoFar = (): string => (useAppState((state) => state.isCatalogueReady) ? '' : ' so far');
