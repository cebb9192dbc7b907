import type { PassageId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import { ungraded } from '../tradecraft/grade.ts';
import type { Passage } from './passage.ts';

/** A passage of which nothing is said but `said`. */
export const newPassage = (
  said: Pick<Passage, 'selectors' | 'label'> & Partial<Omit<Passage, 'id'>>,
  { id, at }: { readonly id: PassageId; readonly at: Timestamp },
): Passage => ({
  id,
  tagIds: [],
  sourceId: null,
  grade: ungraded,
  confirmedBecause: null,
  manner: null,
  basis: null,
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
  ...said,
});
