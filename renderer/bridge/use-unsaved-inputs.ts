import { useMemo } from 'react';
import type { EditName, Input } from '#domain/contract/requests.ts';
import { useUnsavedEdits } from './unsaved-edits.ts';

/** The inputs of edits of that name that could not be written yet. */
export const useUnsavedInputs = <N extends EditName>(name: N): readonly Input<N>[] => {
  const edits = useUnsavedEdits((state) => state.edits);
  // The input of an edit is that of its name: the types can't follow that through the list.
  return useMemo(
    () => edits.filter((edit) => edit.name === name).map(({ input }) => input as Input<N>),
    [edits, name],
  );
};
