/**
 * The queries of an archive's index: lists, counts and searches; opening an article reads the article's own files. The
 * index can be deleted at any time, at no cost but rebuilding it. It follows the archive: once an act has resolved,
 * answers here include it. If no process answers, every query fails with IndexRefusal.
 *
 * A window query that only the index answers is declared in the contract (`indexQuery`), all others below; each is
 * answered by one line of `electron/index/ask/questions.ts`.
 */

import type { KnownArticle, KnownFile } from '#domain/article/known/match-file.ts';
import type { Counts } from '#domain/contract/archive.ts';
import type { ArticleRow, DuplicateArticle } from '#domain/contract/article.ts';
import type { ReadProgress } from '#domain/contract/events.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { RecordPlace } from '#domain/contract/record-kinds.ts';
import type { IndexQueryName, Input, Output } from '#domain/contract/requests.ts';
import type { FallToReview, UnsupportedToReview } from '#domain/contract/review.ts';
import type { Found } from '#domain/contract/search.ts';
import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { TaskAnswers } from '#domain/contract/task.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { PrintedEvent } from '#domain/event/printed-event.ts';
import type { Thing } from '#domain/graph/thing.ts';
import type { ArticleId, EventId, PassageId, Sha256, SourceId, TaskId, TranslationId } from '#domain/ids.ts';
import type { ContestedEvent } from '#domain/memo/citations/memo-material.ts';
import type { QuoteElsewhere } from '#domain/memo/verbatim/elsewhere/quote-elsewhere.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { ArticleFilter, ArticleOrder, PassageFilter } from '#domain/search/filters.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';

/** A carried passage that needs a decision. */
export type UnsettledPassage = {
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  readonly passage: Passage;
};

/** Options of a search within a filter. */
export type Seeking = {
  /** The last word is still being typed: it is a prefix. */
  readonly isTyping?: boolean | undefined;
  /** Waits until everything is indexed: for results that are stored or exported. */
  readonly isWhole?: boolean | undefined;
};

export type PassageBounds = Seeking & {
  /** At most this many. */
  readonly limit?: number | undefined;
  /** Only those of these articles. */
  readonly articleIds?: readonly ArticleId[] | undefined;
  /** Every reading of a passage, not only the newest. */
  readonly hasAllVersions?: boolean | undefined;
};

/** The filters of a list that the index knows: reading is tracked elsewhere. Its search is still being typed. */
export type CatalogueFilter = Omit<ArticleFilter, 'readSince'> & {
  /** Whether its text differs from the sealed one. */
  readonly isAltered?: boolean | undefined;
};

export type ArticleBounds = {
  /** At most this many. */
  readonly limit?: number | undefined;
  /** Only these. */
  readonly articleIds?: ReadonlySet<ArticleId> | undefined;
};

/** A text that is not in the archive: the hash of its canonical text, and its textblocks. */
export type NewText = { readonly textSha256: Sha256; readonly texts: readonly string[] };

/** Which version an article is, from 1, and its later versions, the newest last. */
export type LaterVersionIds = { readonly number: number; readonly later: readonly ArticleId[] };

/** Searches, and the articles to match against each. */
export type MatchQuestion = {
  readonly searches: readonly string[];
  readonly articleIds: readonly ArticleId[];
};

/** A search whose hits are counted: of one kind, or, null, of all. */
export type CountedSearch = { readonly text: string; readonly kind: SearchKind | null };

/** A passage to cite; `isByOwnWords`: its own words matched, not only a translation. */
export type FoundToCite = { readonly row: PassageRow; readonly isByOwnWords: boolean };

/** An article with outdated parts of translations, whose originals have changed since, and their number. */
export type OutdatedTranslations = {
  readonly articleId: ArticleId;
  readonly title: string | null;
  readonly firstWords: string;
  readonly count: number;
};

/** Queries besides those of the contract. */
type OtherQuestions = {
  articles(
    filter: CatalogueFilter,
    order: ArticleOrder,
    bounds?: ArticleBounds,
  ): Promise<readonly ArticleRow[]>;
  /** The citation data of every article, by id; of several versions only the newest. Waits for `ready`. */
  citedArticles(): Promise<readonly KnownArticle[]>;
  /** The same articles, with the identifying data of their files. */
  knownFiles(): Promise<readonly KnownFile[]>;
  passages(filter: PassageFilter, bounds?: PassageBounds): Promise<readonly PassageRow[]>;
  /** The first passages for a search being typed, by their own words or those of a translation. */
  citablePassages(text: string, limit: number): Promise<readonly FoundToCite[]>;
  /** The passages of other origins that support the passage: "confirmed" needs one. */
  confirmedBy(id: PassageId): Promise<readonly PassageId[]>;
  /** The ungraded passages that would get their letter from the source: see letterSource. */
  ungradedPassages(id: SourceId): Promise<readonly PassageId[]>;
  /** The tasks that the passage answers, and those that it may answer: see mayAnswer. */
  taskAnswers(passage: Pick<Passage, 'id' | 'tagIds' | 'createdAt'>): Promise<TaskAnswers>;
  memos(): Promise<readonly MemoRow[]>;
  /** Whether an article or a memo of the sample exists. */
  hasSample(): Promise<boolean>;
  trash(): Promise<readonly TrashRow[]>;
  /** Without boards, which are counted from their files. */
  counts(): Promise<Omit<Counts, 'boards'>>;
  /** How many existing passages were added since then. */
  passagesAddedSince(since: Timestamp): Promise<number>;
  find(text: string, limit: number): Promise<readonly Found[]>;
  /** The records at the places, by name; the first `limit` that exist, each once. */
  namePlaces(places: readonly RecordPlace[], limit: number): Promise<readonly Found[]>;
  /** For each hash the articles with that canonical text, to recognise duplicates. Waits for `ready`. */
  articlesWithTexts(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, readonly DuplicateArticle[]>>;
  /**
   * The articles with the same or nearly the same text as one not in the archive, the most similar first. Waits for
   * `ready`.
   */
  duplicatesOfText(text: NewText): Promise<readonly DuplicateArticle[]>;
  /** The answer of `article:duplicates` for many articles, without those that have none. */
  duplicatesOfEach(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly DuplicateArticle[]>>;
  /** For each article the id of its text, which several may share: see PassageRow. Waits for `ready`. */
  textIds(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, ArticleId>>;
  /** The article that this one is declared to be a translation of; null if it is not one. */
  originalOf(id: ArticleId): Promise<ArticleId | null>;
  /** The articles with translations whose originals have changed since. Waits for `ready`. */
  outdatedTranslations(): Promise<readonly OutdatedTranslations[]>;
  /** Falls that have not been reviewed, the latest first. */
  falls(): Promise<readonly FallToReview[]>;
  /** For each, the keys of the memos, events, boards and names that rest on it: see keyOfThing. */
  restingOn(things: readonly Thing[]): Promise<readonly (readonly string[])[]>;
  /** Events that no passage reports any more, unless a fall covers them. */
  unsupportedEvents(): Promise<readonly UnsupportedToReview[]>;
  /** The article of a translation, even a deleted one, unless the article is in the trash. */
  articleOfTranslation(id: TranslationId): Promise<ArticleId | null>;
  /** The article of a passage, even a deleted one, unless the article is in the trash. */
  articleOfPassage(id: PassageId): Promise<ArticleId | null>;
  /** The articles whose annotations may refer to a tag, a source or a passage with these ids. Waits for `ready`. */
  referringArticles(ids: readonly string[]): Promise<readonly ArticleId[]>;
  /** The events that the passages report and that have contradictory dates. */
  /** Where each quotation stands in an article, exactly or nearly; null where it does not. Waits for `ready`. */
  quotesElsewhere(quotes: readonly string[]): Promise<readonly (QuoteElsewhere | null)[]>;
  contestedEvents(ids: readonly PassageId[]): Promise<readonly ContestedEvent[]>;
  /** Each of the events as a memo would print it; null for a missing one. */
  printedEvents(ids: readonly EventId[]): Promise<ReadonlyMap<EventId, PrintedEvent | null>>;
  /** The place of a task, even a deleted one: the file that contains it. */
  placeOfTask(id: TaskId): Promise<TaskPlace | null>;
  /** The same for several, without missing ones. */
  placesOfTasks(ids: readonly TaskId[]): Promise<ReadonlyMap<TaskId, TaskPlace>>;
  /** Those of the articles that have newer versions. Waits for `ready`. */
  laterVersions(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, LaterVersionIds>>;
  /** Carried passages that need a decision, those of the newest article first, in text order. */
  unsettledPassages(): Promise<readonly UnsettledPassage[]>;
  /** For each search, the articles among those given that it finds, as far as indexed. */
  matching(question: MatchQuestion): Promise<readonly (readonly ArticleId[])[]>;
  /** How much each search finds, as far as indexed. */
  foundBy(searches: readonly CountedSearch[]): Promise<readonly number[]>;
};

/** Every query that the index answers. */
export type IndexQuestions = OtherQuestions & {
  readonly [Name in IndexQueryName]: (input: Input<Name>) => Promise<Output<Name>>;
};

export type Catalogue = IndexQuestions & {
  /**
   * Resolves once the whole archive is read, or if no list is possible: every query then fails. Earlier queries answer
   * from what was read so far.
   */
  readonly ready: Promise<void>;
  isReady(): boolean;
  /** Null until the number of articles is known. */
  readProgress(): ReadProgress | null;
  /** Called a few times a second until everything is read. */
  onReadProgress(listener: (progress: ReadProgress) => void): () => void;
  /** Rebuilds the index from the files; resolves when it is complete, or was stopped. */
  rebuild(): Promise<SearchIndexState>;
  /** Starts updating the index from the files, so that a search finds all of them. */
  update(): void;
  /** Stops the update. What is indexed stays, and can be searched. */
  stop(): void;
  onState(listener: (state: SearchIndexState) => void): () => void;
};

/**
 * There is no answer: no index is running (`search-unavailable`), or a later query has overtaken this one
 * (`cancelled`).
 */
export class IndexRefusal extends Error {
  readonly code: 'search-unavailable' | 'cancelled';
  constructor(code: IndexRefusal['code']) {
    super(`The index gives no answer: ${code}.`);
    this.code = code;
  }
}
