import type { ArticleRow } from '#domain/contract/article.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';

/** Marks an article as read, with a way back. */
export const markAsRead = async ({ id, title, firstWords }: ArticleRow): Promise<void> => {
  const answer = await act('article:set-state', { articleId: id, state: 'read' });
  if (answer.ok) sayUndoable(`Marked as read: ${title ?? firstWords}`);
};
