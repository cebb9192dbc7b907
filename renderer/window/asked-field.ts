/** A field of an article's details that another part of the window leads to: a check of a memo, a row of Needs you. */
import { create } from 'zustand';
import type { ArticleId } from '#domain/ids.ts';
import { currentPlace, goTo } from './navigation.ts';
import { setViewState } from './view-state.ts';

export type ArticleField = 'title' | 'publisher' | 'publishedAt' | 'url';

type Asked = { readonly articleId: ArticleId; readonly field: ArticleField };

export const useAskedField = create<{ readonly asked: Asked | null }>(() => ({ asked: null }));

/** Opens the details of the article with the cursor in that field. */
export const goToField = (articleId: ArticleId, field: ArticleField): void => {
  setViewState('articles.isDetailsOpen', true);
  useAskedField.setState({ asked: { articleId, field } });
  const place = currentPlace();
  if (place.view !== 'articles' || place.articleId !== articleId) goTo({ view: 'articles', articleId });
};
