import type { ArticleId } from '#domain/ids.ts';
import { type ArticleField, focusTarget } from '#renderer/window/focus-targets.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { setViewState, useViewState } from '#renderer/window/view-state.ts';

/** What is shown over the margin of an article. */
export type ArticleSheet = 'details' | 'note';

const KEY = 'articles.sheet';

/** The current sheet, and a setter; null: none. */
export const useArticleSheet = () => useViewState<ArticleSheet | null>(KEY, null);

/** Shows it with the open article, or the next one opened. */
export const showArticleSheet = (sheet: ArticleSheet): void => setViewState<ArticleSheet | null>(KEY, sheet);

/** Opens the details of the article with the cursor in that field. */
export const goToField = (articleId: ArticleId, field: ArticleField): void => {
  showArticleSheet('details');
  const place = currentPlace();
  if (place.view !== 'articles' || place.articleId !== articleId) goTo({ view: 'articles', articleId });
  focusTarget(`article ${articleId} ${field}`);
};
