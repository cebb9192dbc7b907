import type { PassageId } from '../../ids.ts';
import type { Timestamp } from '../../time.ts';
import { ungraded } from '../../tradecraft/grade.ts';
import type { Passage } from '../passage.ts';

/**
 * A second passage on the words of `passage`, so that they can carry a second label. It has the label, tags, speaker,
 * manner and basis of the first, which describe the words; and nothing that was judged or said of the first alone: no
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
