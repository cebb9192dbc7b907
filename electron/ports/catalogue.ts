/**
 * What the index of an archive answers: lists, counts and searches; opening an article reads the article's own files.
 * The index can be thrown away at any time, and costs nothing but its making. It follows the archive by itself: when an
 * act has resolved, the answers here show it. Where no process answers, every question fails with IndexRefusal.
 *
 * A question of the window that the index answers alone stands in the contract (`indexQuery`), every other one below;
 * what answers it is one line of `electron/index/ask/questions.ts`.
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
import type { Passage } from '#domain/passage/passage.ts';
import type { ArticleFilter, ArticleOrder, PassageFilter } from '#domain/search/filters.ts';
import type { SearchKind } from '#domain/search/language/search-facts.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';

/** A carried passage that does not stand beyond doubt. */
export type UnsettledPassage = {
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  readonly passage: Passage;
};

/** How a search within a filter is meant. */
export type Seeking = {
  /** The last word is still being typed: it is the beginning of one. */
  readonly isTyping?: boolean | undefined;
  /** Waits until everything is indexed: for what is kept or handed out. */
  readonly isWhole?: boolean | undefined;
};

export type PassageBounds = Seeking & {
  /** The first so many. */
  readonly limit?: number | undefined;
  /** Those of these articles alone. */
  readonly articleIds?: readonly ArticleId[] | undefined;
  /** Every reading of a passage, in place of the newest. */
  readonly hasAllVersions?: boolean | undefined;
};

/**
 * What a list is filtered by that the index knows: what was read is known elsewhere. Its search is still being typed.
 */
export type CatalogueFilter = Omit<ArticleFilter, 'readSince'> & {
  /** Whether its text is not the one that was sealed. */
  readonly isAltered?: boolean | undefined;
};

export type ArticleBounds = {
  /** The first so many. */
  readonly limit?: number | undefined;
  /** Those among these alone. */
  readonly articleIds?: ReadonlySet<ArticleId> | undefined;
};

/** A text that is not in the archive: the hash of its canonical text, and its textblocks. */
export type NewText = { readonly textSha256: Sha256; readonly texts: readonly string[] };

/** Which version an article is, from 1, and the versions that followed it, the newest last. */
export type LaterVersionIds = { readonly number: number; readonly later: readonly ArticleId[] };

/** The searches of which it is asked which of some articles each finds. */
export type MatchQuestion = {
  readonly searches: readonly string[];
  readonly articleIds: readonly ArticleId[];
};

/** A search whose hits are counted: of one kind, or, null, of all. */
export type CountedSearch = { readonly text: string; readonly kind: SearchKind | null };

/** A passage to be cited; `isByOwnWords`: it was found by its own words, and not by a translation alone. */
export type FoundToCite = { readonly row: PassageRow; readonly isByOwnWords: boolean };

/** An article of which parts of translations are of words that have changed since, and how many. */
export type OutdatedTranslations = {
  readonly articleId: ArticleId;
  readonly title: string | null;
  readonly firstWords: string;
  readonly count: number;
};

/** What is asked besides the questions of the contract. */
type OtherQuestions = {
  articles(
    filter: CatalogueFilter,
    order: ArticleOrder,
    bounds?: ArticleBounds,
  ): Promise<readonly ArticleRow[]>;
  /** What every article is cited as, by its id; of several versions of one only the newest. Waits for `ready`. */
  citedArticles(): Promise<readonly KnownArticle[]>;
  /** The same articles, with what their files were known by. */
  knownFiles(): Promise<readonly KnownFile[]>;
  passages(filter: PassageFilter, bounds?: PassageBounds): Promise<readonly PassageRow[]>;
  /** The first passages that a search that is still typed finds, in their own words or by those of a translation. */
  citablePassages(text: string, limit: number): Promise<readonly FoundToCite[]>;
  /** The passages of other origins that support the passage: "confirmed" needs one. */
  confirmedBy(id: PassageId): Promise<readonly PassageId[]>;
  /** The passages without a grade that would take their letter from the source: see letterSource. */
  ungradedPassages(id: SourceId): Promise<readonly PassageId[]>;
  /** The tasks that the passage answers, and those that it may answer: see mayAnswer. */
  taskAnswers(passage: Pick<Passage, 'id' | 'tagIds' | 'createdAt'>): Promise<TaskAnswers>;
  memos(): Promise<readonly MemoRow[]>;
  /** Whether an article or a memo of the sample is there. */
  hasSample(): Promise<boolean>;
  trash(): Promise<readonly TrashRow[]>;
  /** But for boards, which are read from their files. */
  counts(): Promise<Omit<Counts, 'boards'>>;
  /** How many passages that are there were added since then. */
  passagesAddedSince(since: Timestamp): Promise<number>;
  find(text: string, limit: number): Promise<readonly Found[]>;
  /** What stands at the places, by name; the first `limit` that are there, each once. */
  namePlaces(places: readonly RecordPlace[], limit: number): Promise<readonly Found[]>;
  /** For each hash the articles whose canonical text has it: the same text twice is recognised. Waits for `ready`. */
  articlesWithTexts(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, readonly DuplicateArticle[]>>;
  /** The articles whose text is that of one not in the archive, or nearly so; the likest first. Waits for `ready`. */
  duplicatesOfText(text: NewText): Promise<readonly DuplicateArticle[]>;
  /** What `article:duplicates` answers, for each of many articles; those that carry a text with none are left out. */
  duplicatesOfEach(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly DuplicateArticle[]>>;
  /**
   * For each article the id of the one text that it carries, alone or with others: see PassageRow. Waits for `ready`.
   */
  textIds(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, ArticleId>>;
  /** The article that this one is declared to be a translation of; null where it is none. */
  originalOf(id: ArticleId): Promise<ArticleId | null>;
  /** The articles of which translations were made from words that have changed since. Waits for `ready`. */
  outdatedTranslations(): Promise<readonly OutdatedTranslations[]>;
  /** What has fallen and has still to be looked at, the latest first. */
  falls(): Promise<readonly FallToReview[]>;
  /** For each, the keys of the memos, events, boards and names that rest on it: see keyOfThing. */
  restingOn(things: readonly Thing[]): Promise<readonly (readonly string[])[]>;
  /** Events that no passage says any more, and that no fall tells of. */
  unsupportedEvents(): Promise<readonly UnsupportedToReview[]>;
  /** The article of a translation, of a deleted one too, as long as the article is not in the trash. */
  articleOfTranslation(id: TranslationId): Promise<ArticleId | null>;
  /** The article of a passage, of a deleted one too, as long as the article is not in the trash. */
  articleOfPassage(id: PassageId): Promise<ArticleId | null>;
  /** The articles whose annotations may refer to a tag, a source or a passage of these ids. Waits for `ready`. */
  referringArticles(ids: readonly string[]): Promise<readonly ArticleId[]>;
  /** The events that the passages say and that are dated differently. */
  contestedEvents(ids: readonly PassageId[]): Promise<readonly ContestedEvent[]>;
  /** Each of the events as a memo would print it; null of one that is not there. */
  printedEvents(ids: readonly EventId[]): Promise<ReadonlyMap<EventId, PrintedEvent | null>>;
  /** What a task is on, of a deleted one too: the file in which it is kept. */
  placeOfTask(id: TaskId): Promise<TaskPlace | null>;
  /** The same for each of several that is there. */
  placesOfTasks(ids: readonly TaskId[]): Promise<ReadonlyMap<TaskId, TaskPlace>>;
  /** Of the articles those that newer versions followed. Waits for `ready`. */
  laterVersions(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, LaterVersionIds>>;
  /** Carried passages that need a look, those of the newest article first, in the order of their text. */
  unsettledPassages(): Promise<readonly UnsettledPassage[]>;
  /** For each search, those of the articles that it finds, of what is indexed so far. */
  matching(question: MatchQuestion): Promise<readonly (readonly ArticleId[])[]>;
  /** How much each search finds of what is indexed so far. */
  foundBy(searches: readonly CountedSearch[]): Promise<readonly number[]>;
};

/** Every question that the index answers. */
export type IndexQuestions = OtherQuestions & {
  readonly [Name in IndexQueryName]: (input: Input<Name>) => Promise<Output<Name>>;
};

export type Catalogue = IndexQuestions & {
  /**
   * Resolves once the whole archive is read in, or where no list can be had: then every query fails. Queries before
   * that answer from what is there so far.
   */
  readonly ready: Promise<void>;
  isReady(): boolean;
  /** Null as long as it is not known how many articles there are. */
  readProgress(): ReadProgress | null;
  /** Heard a few times a second until all is read in. */
  onReadProgress(listener: (progress: ReadProgress) => void): () => void;
  /** Makes the index anew from the files; resolves when it is whole, or was stopped. */
  rebuild(): Promise<SearchIndexState>;
  /** Begins to bring the index up to the files, so that a search finds all of them. */
  update(): void;
  /** Ends the building. What is indexed stays, and can be searched. */
  stop(): void;
  onState(listener: (state: SearchIndexState) => void): () => void;
};

/**
 * There is no answer: no index runs (`search-unavailable`), or a later question has overtaken this one (`cancelled`).
 */
export class IndexRefusal extends Error {
  readonly code: 'search-unavailable' | 'cancelled';
  constructor(code: IndexRefusal['code']) {
    super(`The index gives no answer: ${code}.`);
    this.code = code;
  }
}
