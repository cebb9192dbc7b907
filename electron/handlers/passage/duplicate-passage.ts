import { duplicatePassage } from '#domain/passage/edit/duplicate-passage.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { makePassage } from './add-passage.ts';
import { findPassage } from './change-passage.ts';
import { rangesInText } from './ranges-in-text.ts';

/** A second passage on the same words: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md. */
export const createDuplicating = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
): Pick<HandlersOn<'passage'>, 'passage:duplicate'> => ({
  /**
   * Makes a second passage on the same words, so that they can carry a second label. It has the label, tags, speaker,
   * manner and basis of the first, and nothing that was judged or said of the first alone: no grade, note, follow-up,
   * relation or citation. Asked for again it changes nothing. Fails `passage-not-in-text`, `not-found`, or
   * `invalid-input` for an id that is taken.
   */
  'passage:duplicate': ({ articleId, passageId, duplicateId }) =>
    deps.archive.perform(async (reader) => {
      const found = await findPassage(reader, { articleId, passageId });
      if (!found.ok) return found;
      const place = await rangesInText(reader, articleId, found.value.passage);
      if (!place.ok) return place;
      const at = toTimestamp(deps.machine.nowMs());
      const passage = duplicatePassage(found.value.passage, { id: duplicateId, at });
      const { annotations } = found.value;
      const made = await makePassage(deps, 'passage:duplicate', articleId, annotations, passage);
      if (!made.ok) return made;
      return ok({ value: made.value.record, name: 'duplicate-passage', changes: made.value.changes });
    }),
});
