import { articleAnnotations } from '#domain/contract/article.ts';
import { askQueryAgain } from '#renderer/bridge/query-store.ts';
import { type CollidedEdit, giveUpEdit, keepOurs } from '#renderer/bridge/unsaved-edits.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** Writes an edit that another program has overtaken; returns whether it is on the disk. */
export const takeOurs = async (edit: CollidedEdit): Promise<boolean> => {
  const isSaved = await keepOurs(edit);
  if (isSaved) sayDone('Your version is saved');
  return isSaved;
};

/** Discards an edit that another program has overtaken. */
export const leaveTheirs = (edit: CollidedEdit): void => {
  giveUpEdit(edit);
  // What was shown of the edit is replaced by what is on the disk.
  askQueryAgain(articleAnnotations);
  sayDone('Kept the other version');
};

/** The names of the two choices. */
export const collisionActs = (isGone: boolean): { readonly ours: string; readonly theirs: string } =>
  isGone
    ? { ours: 'Write it again', theirs: 'Leave it deleted' }
    : { ours: 'Keep my version', theirs: 'Keep the other version' };
