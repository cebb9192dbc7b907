import { type PassageId, passageIdSchema } from '#domain/ids.ts';
import { describeSelector } from '#domain/passage/describe-selector.ts';
import type { Label } from '#domain/passage/label.ts';
import type { Manner, Passage } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import type { TextIndex } from '#domain/passage/text-index.ts';
import { toTimestamp } from '#domain/time.ts';
import { ungraded } from '#domain/tradecraft/grade.ts';

/** An id for the time until the disk gives the passage its own. */
export const provisionalId = (): PassageId => passageIdSchema.parse(crypto.randomUUID());

/** A passage as it will be, shown while it is being written. `ranges` are UTF-16, in the order of the text. */
export const provisionalPassage = (
  index: TextIndex,
  said: { id: PassageId; ranges: readonly TextRange[]; label: Label; manner: Manner | null },
  nowMs: number,
): Passage => ({
  id: said.id,
  selectors: said.ranges.map((range) => describeSelector(index, range)),
  label: said.label,
  tagIds: [],
  sourceId: null,
  grade: ungraded,
  confirmedBecause: null,
  manner: said.manner,
  basis: null,
  note: null,
  relations: [],
  carriedFrom: null,
  createdAt: toTimestamp(nowMs),
  updatedAt: toTimestamp(nowMs),
  deletedAt: null,
});
