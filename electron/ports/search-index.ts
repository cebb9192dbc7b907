/**
 * The full-text index of an archive: it can be thrown away at any time, and costs nothing but its making. It follows the
 * archive by itself: when an act has resolved, the answers here show it.
 */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ChartAnswer } from '#domain/contract/insights.ts';
import type {
  FacetQuestion,
  HelpQuestion,
  SearchAnswer,
  SearchFacet,
  SearchHelp,
  SearchIndexState,
  SearchQuestion,
} from '#domain/contract/search-archive.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { ChartQuestion } from '#domain/insights/chart-question.ts';
import type { Result } from '#domain/result.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import type { MarkedText } from '#domain/search/words/mark-terms.ts';
import type { CalendarDate } from '#domain/time.ts';

/** A search of passages, or of articles; `isWhole` waits until everything is indexed. */
export type KindQuestion = {
  readonly text: string;
  readonly isTyping: boolean;
  readonly isWhole: boolean;
  /** Every reading of a passage, and not the newest alone. */
  readonly hasAllVersions?: boolean;
  /** Whether the best match comes first; else they come in no order. */
  readonly isRanked?: boolean;
};

/** What a search, whose last word is still being typed, finds in one article. */
export type SnippetQuestion = { readonly text: string; readonly articleId: ArticleId };

/** Which of some articles each of several searches finds. */
export type MatchQuestion = {
  readonly searches: readonly string[];
  readonly articleIds: readonly ArticleId[];
};

/** A search whose hits are counted: of one kind, or, null, of all. */
export type CountedSearch = { readonly text: string; readonly kind: SearchKind | null };

/** One chart of the passages that a search finds, which is still being typed; on the day `today`. */
export type InsightQuestion = {
  readonly text: string;
  readonly chart: ChartQuestion;
  readonly today: CalendarDate;
};

export type SearchIndex = {
  /** Answers from what is indexed so far; `isWhole` waits until that is everything. Fails `search-unavailable`. */
  search(question: SearchQuestion): Promise<Result<SearchAnswer, AppError>>;
  facets(question: FacetQuestion): Promise<Result<readonly SearchFacet[], AppError>>;
  /** What helps a search that finds nothing. */
  help(question: HelpQuestion): Promise<Result<SearchHelp, AppError>>;
  /** The passages that a search finds, in no order; null where it asks for nothing, and so for all. */
  passages(question: KindQuestion): Promise<Result<readonly PassageId[] | null, AppError>>;
  /** The same of articles. */
  articles(question: KindQuestion): Promise<Result<readonly ArticleId[] | null, AppError>>;
  /** For each search, those of the articles that it finds, of what is indexed so far. */
  matching(question: MatchQuestion): Promise<Result<readonly (readonly ArticleId[])[], AppError>>;
  /** The part of an article's text that shows the words of a search; null where it has none. */
  snippet(question: SnippetQuestion): Promise<Result<MarkedText | null, AppError>>;
  /** Fails `cancelled` where a later question for the same chart has overtaken it. */
  insights(question: InsightQuestion): Promise<Result<ChartAnswer, AppError>>;
  /** How much each search finds of what is indexed so far. */
  counts(searches: readonly CountedSearch[]): Promise<Result<readonly number[], AppError>>;
  /** Makes the index anew from the files; resolves when it is whole, or was stopped. */
  rebuild(): Promise<Result<SearchIndexState, AppError>>;
  /** Begins to bring the index up to the files, so that a search finds all of them. */
  update(): void;
  /** Ends the building. What is indexed stays, and can be searched. */
  stop(): void;
  onState(listener: (state: SearchIndexState) => void): () => void;
};
