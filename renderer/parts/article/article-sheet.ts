import { setViewState, useViewState } from '#renderer/window/view-state.ts';

/** What is shown over the margin of an article. */
export type ArticleSheet = 'details' | 'note';

const KEY = 'articles.sheet';

/** The sheet that is shown, and how to show another; null: none. */
export const useArticleSheet = () => useViewState<ArticleSheet | null>(KEY, null);

/** Shows it with the article that is opened next, or is open. */
export const showArticleSheet = (sheet: ArticleSheet): void => setViewState<ArticleSheet | null>(KEY, sheet);
