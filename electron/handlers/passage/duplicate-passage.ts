import { passageIdSchema } from '#domain/ids.ts';
import { duplicatePassage } from '#domain/passage/duplicate-passage.ts';
import { ok } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { findPassage } from './change-passage.ts';
import { rangesInText } from './ranges-in-text.ts';

/** A second passage on the same words: docs/decisions/0016-what-a-split-and-a-duplicate-carry.md. */
export const createDuplicating = ({
  archive,
  machine,
}: Pick<HandlerDeps, 'archive' | 'machine'>): Pick<HandlersOn<'passage'>, 'passage:duplicate'> => ({
  /**
   * Makes a second passage on the same words, so that they can carry a second label. It has the label, tags, speaker,
   * manner and basis of the first, and nothing that was judged or said of the first alone: no grade, note, follow-up,
   * relation or citation. Fails `passage-not-in-text` or `not-found`.
   */
  'passage:duplicate': ({ articleId, passageId }) =>
    archive.perform(async (reader) => {
      const found = await findPassage(reader, { articleId, passageId });
      if (!found.ok) return found;
      const place = await rangesInText(reader, articleId, found.value);
      if (!place.ok) return place;
      const id = passageIdSchema.parse(machine.newId());
      const duplicate = duplicatePassage(found.value, { id, at: toTimestamp(machine.nowMs()) });
      const changes = recordChanges({ kind: 'annotations', articleId }, 'passages', null, duplicate);
      return ok({ value: duplicate, name: 'duplicate-passage', changes });
    }),
});
