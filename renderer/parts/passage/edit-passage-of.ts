import type { ArticleId, PassageId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import type { EditPassage } from '#renderer/parts/passage/card/edit-passage.ts';

/** Edits a passage wherever it is shown. */
export const editPassageOf =
  (articleId: ArticleId, passageId: PassageId): EditPassage =>
  (edit, editId) =>
    act('passage:edit', { articleId, passageId, edit, editId });
