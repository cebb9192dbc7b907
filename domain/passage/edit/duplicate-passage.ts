import type { PassageId } from '../../ids.ts';
import type { Timestamp } from '../../time.ts';
import { ungraded } from '../../tradecraft/grade.ts';
import type { Passage } from '../passage.ts';

/**
 * A second passage on the words of `passage`, so that they can carry a second label. It copies what describes the
 * words (label, tags, speaker, manner and basis), but nothing that was judged or noted about the first alone: no
 * grade, note or relation.
 */
export const duplicatePassage = (
  passage: Passage,
  { id, at }: { readonly id: PassageId; readonly at: Timestamp },
): Passage => ({
  ...passage,
  id,
  grade: ungraded,
  confirmedBecause: null,
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
});
