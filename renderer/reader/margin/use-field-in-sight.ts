import { useEffect } from 'react';
import { useReaderState } from '../state/reader-context.ts';
import { showCard } from './show-card.ts';

/** Brings the whole card into sight when a field opens in it. */
export const useFieldInSight = (): void => {
  const id = useReaderState((state) => state.selectedId);
  const field = useReaderState((state) => state.field);
  useEffect(() => {
    if (field === null) return;
    const frame = requestAnimationFrame(() => showCard(id));
    return () => cancelAnimationFrame(frame);
  }, [id, field]);
};
