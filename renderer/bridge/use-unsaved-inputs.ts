import { useMemo } from 'react';
import type { AnyEdit, InputOf } from '#domain/contract/any-request.ts';
import { useUnsavedEdits } from './unsaved-edits.ts';

/** The inputs of that edit that could not be written yet. */
export const useUnsavedInputs = <R extends AnyEdit>(entry: R): readonly InputOf<R>[] => {
  const edits = useUnsavedEdits((state) => state.edits);
  // The input of an edit is that of its entry: the types can't follow that through the list.
  return useMemo(
    () => edits.filter((edit) => edit.entry === entry).map(({ input }) => input as InputOf<R>),
    [edits, entry],
  );
};
