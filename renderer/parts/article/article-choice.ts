import type { ArticleOrder } from '#domain/search/filters.ts';
import { setViewState, useViewState } from '#renderer/window/view-state.ts';

export const articleStateChoices = [
  { id: 'all', name: 'All' },
  { id: 'unread', name: 'Unread' },
  { id: 'reading', name: 'In progress' },
  { id: 'read', name: 'Read' },
  { id: 'week', name: 'Read this week' },
  { id: 'incomplete', name: 'Citation incomplete' },
] as const;
type StateChoice = (typeof articleStateChoices)[number]['id'];

/** Which articles the list shows, and in which order. `text` is a search. */
export type ArticleListChoice = {
  readonly state: StateChoice;
  readonly order: ArticleOrder;
  readonly text: string;
};
export const firstChoice: ArticleListChoice = { state: 'all', order: 'newest', text: '' };

const key = 'articles.choice';

/** The list's current choice, kept for the session. */
export const useArticleChoice = () => useViewState(key, firstChoice);

/** Sets the list's choice before it is shown. */
export const chooseArticles = (choice: Partial<ArticleListChoice>): void =>
  setViewState(key, { ...firstChoice, ...choice });
