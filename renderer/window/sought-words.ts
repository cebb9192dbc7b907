import { create } from 'zustand';
import type { ArticleId } from '#domain/ids.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { currentPlace, type WindowPlace } from './navigation.ts';

/** The text of an archive search, and the terms to mark. */
export type SoughtWords = { readonly text: string; readonly terms: readonly SearchTerm[] };

/** The terms marked on the page of a record opened from a search, until the analyst navigates on; null: none. */
export const useSoughtMarks = create<{
  readonly marks: { readonly terms: readonly SearchTerm[]; readonly page: string } | null;
}>(() => ({ marks: null }));

let sought: (SoughtWords & { readonly articleId: ArticleId }) | null = null;

/** The next article opens at these words. */
export const seekWords = (articleId: ArticleId, { text, terms }: SoughtWords): void => {
  sought = terms.length === 0 ? null : { articleId, text, terms };
};

/** The words for which the article was opened; returned only once. */
export const takeSought = (articleId: ArticleId): SoughtWords | null => {
  const found = sought?.articleId === articleId ? sought : null;
  sought = null;
  return found;
};

/** The record that a place shows, whatever is selected in it. */
export const pageOf = ({ view, articleId, memoId, tagId, sourceId }: WindowPlace): string =>
  [view, articleId, memoId, tagId, sourceId].join(' ');

/** Marks these terms on the current page. */
export const markSought = (terms: readonly SearchTerm[]): void =>
  useSoughtMarks.setState({ marks: terms.length === 0 ? null : { terms, page: pageOf(currentPlace()) } });

export const forgetSought = (): void => useSoughtMarks.setState({ marks: null });
