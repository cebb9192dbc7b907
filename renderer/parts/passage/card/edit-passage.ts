import type { PassageEdit } from '#domain/passage/edit/passage-edit.ts';

/**
 * Does one edit to the passage of a card. It is saved at once; one that can't be written is kept and tried again. Saves
 * of one visit to a text field share an edit id.
 */
export type EditPassage = (edit: PassageEdit, editId?: string) => Promise<unknown>;
