import type { PassageId } from '#domain/ids.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { type ReaderStore, showCards } from './reader-store.ts';

/** Into the card of a passage, wherever the cards are shown. */
export const openCard = (store: ReaderStore, id: PassageId): void => {
  showCards(store);
  focusTarget(`card ${id}`);
};
