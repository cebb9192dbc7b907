import type { ArticleId } from '#domain/ids.ts';
import { type ArticleField, focusTarget } from '#renderer/window/focus-targets.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { showArticleSheet } from './article-sheet.ts';

/** Opens the details of the article with the cursor in that field. */
export const goToField = (articleId: ArticleId, field: ArticleField): void => {
  showArticleSheet('details');
  const place = currentPlace();
  if (place.view !== 'articles' || place.articleId !== articleId) goTo({ view: 'articles', articleId });
  focusTarget(`article ${articleId} ${field}`);
};
