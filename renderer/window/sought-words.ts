import type { ArticleId } from '#domain/ids.ts';
import type { SearchTerm } from '#domain/search/language/search-node.ts';

/** What a search of the archive was for, as it was typed, and what is marked of it. */
export type SoughtWords = { readonly text: string; readonly terms: readonly SearchTerm[] };

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
