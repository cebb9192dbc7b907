/** Imports that were corrected or cut and are not sealed: closing the window would lose that. */
import type { DraftId } from '#domain/ids.ts';

const changed = new Set<DraftId>();

/** Says whether something was done to the draft that only its sealing keeps. */
export const noteCheck = (draftId: DraftId, isChanged: boolean): void => {
  if (isChanged) changed.add(draftId);
  else changed.delete(draftId);
};

/** The drafts to which something was done, of those that are still there. */
export const unsealedAmong = (draftIds: readonly DraftId[]): readonly DraftId[] =>
  draftIds.filter((id) => changed.has(id));
