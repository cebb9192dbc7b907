import { useOpenPassages } from '../state/passages-context.ts';
import type { PlacedPassage } from '../state/place-passages.ts';
import { useReaderState } from '../state/reader-context.ts';

/** The passage that is pointed at, else the selected one. */
export const usePassageAtHand = (): PlacedPassage | undefined => {
  const { placed } = useOpenPassages();
  const id = useReaderState(({ hotId, selectedId }) => hotId ?? selectedId);
  return id === null ? undefined : placed.find(({ passage }) => passage.id === id);
};
