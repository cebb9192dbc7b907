/**
 * The full-text index of an archive: it can be thrown away at any time, and costs nothing but its making. It follows the
 * archive by itself: when an act has resolved, the answers here show it.
 */

import type { AppError } from '#domain/contract/errors.ts';
import type {
  FacetQuestion,
  SearchAnswer,
  SearchFacet,
  SearchIndexState,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import type { Result } from '#domain/result.ts';

export type SearchIndex = {
  /** Answers from what is indexed so far; `isWhole` waits until that is everything. Fails `search-unavailable`. */
  search(question: SearchQuestion): Promise<Result<SearchAnswer, AppError>>;
  facets(question: FacetQuestion): Promise<Result<readonly SearchFacet[], AppError>>;
  /** Makes the index anew from the files; resolves when it is whole, or was stopped. */
  rebuild(): Promise<Result<SearchIndexState, AppError>>;
  /** Begins to bring the index up to the files, so that a search finds all of them. */
  update(): void;
  /** Ends the building. What is indexed stays, and can be searched. */
  stop(): void;
  onState(listener: (state: SearchIndexState) => void): () => void;
};
