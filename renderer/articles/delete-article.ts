import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { flushAll } from '#renderer/bridge/before-close.ts';
import { runCommand } from '#renderer/bridge/commands.ts';
import { goTo } from '#renderer/bridge/navigation.ts';
import { sayDone } from '#renderer/bridge/notices.ts';
import { request } from '#renderer/bridge/window-bridge.ts';

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
  sayDone(`Moved to trash: ${title}`, { name: 'Undo', run: () => runCommand('edit.undo') });
};
