import { useEffect } from 'react';
import { useReaderState } from '../state/reader-context.ts';

/** Brings the whole card into sight when a field opens in it. */
export const useFieldInSight = (): void => {
  const id = useReaderState((state) => state.selectedId);
  const field = useReaderState((state) => state.field);
  useEffect(() => {
    if (field === null) return;
    const frame = requestAnimationFrame(() =>
      document.getElementById(`card-${id}`)?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [id, field]);
};
