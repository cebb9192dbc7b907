import { create } from 'zustand';
import type { ArticleId } from '#domain/ids.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { currentPlace, type WindowPlace } from './navigation.ts';

/** What a search of the archive was for, as it was typed, and what is marked of it. */
export type SoughtWords = { readonly text: string; readonly terms: readonly SearchTerm[] };

/** What is marked on the page of a record that was opened from a search, until hands go on; null: nothing. */
export const useSoughtMarks = create<{
  readonly marks: { readonly terms: readonly SearchTerm[]; readonly page: string } | null;
}>(() => ({ marks: null }));

let sought: (SoughtWords & { readonly articleId: ArticleId }) | null = null;

/** The article that is opened next is to stand at these words. */
export const seekWords = (articleId: ArticleId, { text, terms }: SoughtWords): void => {
  sought = terms.length === 0 ? null : { articleId, text, terms };
};

/** What the article that opens was sought for; answers so once. */
export const takeSought = (articleId: ArticleId): SoughtWords | null => {
  const found = sought?.articleId === articleId ? sought : null;
  sought = null;
  return found;
};

/** The record that a place shows, whatever is chosen in it. */
export const pageOf = ({ view, articleId, memoId, tagId, sourceId }: WindowPlace): string =>
  [view, articleId, memoId, tagId, sourceId].join(' ');

/** The page where the window is has these words marked. */
export const markSought = (terms: readonly SearchTerm[]): void =>
  useSoughtMarks.setState({ marks: terms.length === 0 ? null : { terms, page: pageOf(currentPlace()) } });

export const forgetSought = (): void => useSoughtMarks.setState({ marks: null });
