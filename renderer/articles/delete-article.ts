import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { changeArticles } from './list/many/change-articles.ts';

const titleOf = async (articleId: ArticleId): Promise<string> => {
  const answer = await request('article:open', { articleId });
  const title = answer.ok ? effectiveBibliography(answer.value.article, answer.value.about).title : null;
  return title ?? 'the article';
};

/** Moves the article that is open to trash. */
export const deleteArticle = async (articleId: ArticleId): Promise<void> => {
  await flushAll();
  const title = await titleOf(articleId);
  // Left first: what is shown of an article that is gone can't be asked for again.
  goTo({ view: 'articles' });
  const answer = await act('article:delete', { articleId });
  if (!answer.ok) return goTo({ view: 'articles', articleId });
  sayUndoable(`Moved to trash: ${title}`);
};

/** Moves all of the articles to trash; what is open of them is left first. */
export const deleteArticles = async (
  articleIds: readonly ArticleId[],
  openId: ArticleId | null,
): Promise<void> => {
  await flushAll();
  const isOpenAmong = openId !== null && articleIds.includes(openId);
  if (isOpenAmong) goTo({ view: 'articles' });
  const isDone = await changeArticles(articleIds, { does: 'delete' });
  if (!isDone && isOpenAmong) goTo({ view: 'articles', articleId: openId });
};
