import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { queryWords } from '#domain/search/search-words.ts';
import { type MarkedText, markedSnippet, markTerms } from '#domain/search/words/mark-terms.ts';
import type { GuidePage } from './guide-page.ts';

export type FoundPage = {
  readonly page: GuidePage;
  readonly title: MarkedText;
  /** Where its text holds what was sought; null where its title alone does, or nothing was sought. */
  readonly snippet: MarkedText | null;
};

const SNIPPET_LENGTH = 110;

/** What was typed as terms: each word may be the beginning of one. */
export const termsOf = (typed: string): readonly SearchTerm[] =>
  queryWords(typed).map((word) => ({ words: [word], isPrefix: true }));

/** Those of `pages` that hold all of `terms`, in title or text; all pages where there are none. */
export const findPages = (pages: readonly GuidePage[], terms: readonly SearchTerm[]): readonly FoundPage[] =>
  pages
    .filter(({ title, text }) => terms.every((term) => markTerms(`${title}\n${text}`, [term], 1).length > 0))
    .map((page) => {
      const snippet = terms.length === 0 ? null : markedSnippet(page.text, terms, SNIPPET_LENGTH);
      return {
        page,
        title: { text: page.title, marks: markTerms(page.title, terms) },
        snippet: snippet === null || snippet.marks.length === 0 ? null : snippet,
      };
    });
