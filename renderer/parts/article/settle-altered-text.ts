import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** Makes the text anew from the original; answers whether it is as it was imported. */
export const restoreText = async (articleId: ArticleId): Promise<boolean> => {
  const answer = await act('article:restore-text', { articleId });
  if (answer.ok) sayDone('The text is as it was imported. What stood in its place is kept beside it.');
  return answer.ok;
};

/** Keeps why the changed text is used. */
export const acceptText = async (articleId: ArticleId, reason: string): Promise<void> => {
  const answer = await act('article:accept-text', { articleId, reason });
  if (answer.ok) sayUndoable('The changed text can be quoted, under its own hash');
};
