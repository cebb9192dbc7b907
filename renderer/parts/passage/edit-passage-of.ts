import { passageEdit } from '#domain/contract/passage.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { PassageEdit } from '#domain/passage/edit/passage-edit.ts';
import { act } from '#renderer/bridge/act.ts';

/**
 * Makes one edit to the passage of a card. It is saved at once; one that can't be written is kept and retried. Saves of
 * one burst of typing share an edit id.
 */
export type EditPassage = (edit: PassageEdit, editId?: string) => Promise<unknown>;

/** Edits a passage wherever it is shown. */
export const editPassageOf =
  (articleId: ArticleId, passageId: PassageId): EditPassage =>
  (edit, editId) =>
    act(passageEdit, { articleId, passageId, edit, editId });
