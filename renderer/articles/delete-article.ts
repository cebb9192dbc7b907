import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { runCommand } from '#renderer/commands/commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

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
