/**
 * The lists and counts of an archive, which its index answers; opening an article reads the article's own files. The
 * index follows the archive by itself: when an act has resolved, the answers here show it.
 */

import type { KnownArticle, KnownFile } from '#domain/article/known/known-articles.ts';
import type { Counts, FaultRow } from '#domain/contract/archive.ts';
import type { ArticleRow, DuplicateArticle } from '#domain/contract/article.ts';
import type { ReadProgress } from '#domain/contract/events.ts';
import type { MemoRow } from '#domain/contract/memo.ts';
import type { PassageRow, RelatedPassages, RelationCount } from '#domain/contract/passage.ts';
import type {
  CarriedTag,
  PassageSelection,
  PassageTable,
  PassageTableQuery,
} from '#domain/contract/passage-table.ts';
import type { RecordPlace } from '#domain/contract/record-place.ts';
import type { Found } from '#domain/contract/search.ts';
import type { MemoOnSource, SourceRow } from '#domain/contract/source.ts';
import type { TagRow, TagTogether } from '#domain/contract/tag.ts';
import type { TaskAnswers, TaskRow } from '#domain/contract/task.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { ArticleId, MemoId, PassageId, Sha256, SourceId, TagId, TaskId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { ArticleFilter, ArticleOrder, PassageFilter } from '#domain/search/filters.ts';
import type { LanguageCount } from '#domain/task/day-words.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';

/** A carried passage that does not stand beyond doubt. */
export type UnsettledPassage = {
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  readonly passage: Passage;
};

export type PassageBounds = {
  /** The first so many. */
  readonly limit?: number | undefined;
  /** Those among these alone. */
  readonly passageIds?: ReadonlySet<PassageId> | undefined;
  /** Those of these articles alone. */
  readonly articleIds?: readonly ArticleId[] | undefined;
  /** Every reading of a passage, in place of the newest; not said where a search has found them. */
  readonly hasAllVersions?: boolean | undefined;
};

/** What a list is filtered by that the catalogue knows: what is sought and what was read is known elsewhere. */
export type CatalogueFilter = Omit<ArticleFilter, 'text' | 'readSince'>;

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

export type Catalogue = {
  /** Resolves once the whole archive is read in, or where no list can be had: then every query fails. Queries before that answer from what is there so far. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  /** Null as long as it is not known how many articles there are. */
  readProgress(): ReadProgress | null;
  /** Heard a few times a second until all is read in. */
  onReadProgress(listener: (progress: ReadProgress) => void): () => void;
  articles(
    filter: CatalogueFilter,
    order: ArticleOrder,
    bounds?: ArticleBounds,
  ): Promise<readonly ArticleRow[]>;
  /** What every article is cited as, by its id; of several versions of one only the newest. Waits for `ready`. */
  citedArticles(): Promise<readonly KnownArticle[]>;
  /** The same articles, with what their files were known by. */
  knownFiles(): Promise<readonly KnownFile[]>;
  /** The authors as articles print them, those of most articles first. */
  bylines(): Promise<readonly string[]>;
  /** How many articles are in each language. */
  languages(): Promise<readonly LanguageCount[]>;
  passages(filter: PassageFilter, bounds?: PassageBounds): Promise<readonly PassageRow[]>;
  countPassages(filter: PassageFilter, bounds?: Omit<PassageBounds, 'limit'>): Promise<number>;
  /** Which passages stand in the table and in which order, without their rows. */
  passageTable(query: PassageTableQuery, bounds?: Pick<PassageBounds, 'passageIds'>): Promise<PassageTable>;
  /** The rows of those that are there, in the order of `ids`. */
  passageRows(ids: readonly PassageId[]): Promise<readonly PassageRow[]>;
  passageSelection(ids: readonly PassageId[]): Promise<PassageSelection>;
  /** What the articles themselves carry, and not their passages. */
  tagsOfArticles(ids: readonly ArticleId[]): Promise<readonly CarriedTag[]>;
  /** Null where there is no such passage, or it is deleted. */
  related(id: PassageId): Promise<RelatedPassages | null>;
  /** The passages of other origins that support the passage: "confirmed" needs one. */
  confirmedBy(id: PassageId): Promise<readonly PassageId[]>;
  /** Of the passages of the article, those that have relations. */
  relationCounts(id: ArticleId): Promise<readonly RelationCount[]>;
  tags(): Promise<readonly TagRow[]>;
  /** The tags that stand on the passages of the tag, those of most passages first. */
  tagsTogether(id: TagId): Promise<readonly TagTogether[]>;
  sources(): Promise<readonly SourceRow[]>;
  /** The memos that rest on the source or on one below it, the one that was changed last first. */
  memosOnSource(id: SourceId): Promise<readonly MemoOnSource[]>;
  /** The passages without a grade that would take their letter from the source: see letterSource. */
  ungradedPassages(id: SourceId): Promise<readonly PassageId[]>;
  tasks(isOpenOnly: boolean): Promise<readonly TaskRow[]>;
  /** The tasks that the passage answers, and those that it may answer: see mayAnswer. */
  taskAnswers(passage: Pick<Passage, 'id' | 'tagIds' | 'createdAt'>): Promise<TaskAnswers>;
  memos(): Promise<readonly MemoRow[]>;
  /** What can't be read, and so is missing from the other answers. */
  faults(): Promise<readonly FaultRow[]>;
  trash(): Promise<readonly TrashRow[]>;
  counts(): Promise<Counts>;
  /** How many passages that are there were added since then. */
  passagesAddedSince(since: Timestamp): Promise<number>;
  find(text: string, limit: number): Promise<readonly Found[]>;
  /** What stands at the places, by name; the first `limit` that are there, each once. */
  namePlaces(places: readonly RecordPlace[], limit: number): Promise<readonly Found[]>;
  /** For each hash the articles whose canonical text has it: the same text twice is recognised. Waits for `ready`. */
  articlesWithTexts(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, readonly DuplicateArticle[]>>;
  /** The articles whose text is that of one not in the archive, or nearly so; the likest first. Waits for `ready`. */
  duplicatesOfText(text: NewText): Promise<readonly DuplicateArticle[]>;
  /** The articles that carry one text with the article, the likest first, without other versions of it. */
  duplicatesOf(id: ArticleId): Promise<readonly DuplicateArticle[]>;
  /** The same for each of many articles, in one question; those that carry a text with none are left out. */
  duplicatesOfEach(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly DuplicateArticle[]>>;
  /** For each article the id of the one text that it carries, alone or with others: see PassageRow. Waits for `ready`. */
  textIds(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, ArticleId>>;
  /** The article of a passage, of a deleted one too, as long as the article is not in the trash. */
  articleOfPassage(id: PassageId): Promise<ArticleId | null>;
  /** What a task is on, of a deleted one too: the file in which it is kept. */
  placeOfTask(id: TaskId): Promise<TaskPlace | null>;
  /** The same for each of several that is there. */
  placesOfTasks(ids: readonly TaskId[]): Promise<ReadonlyMap<TaskId, TaskPlace>>;
  /** Of the articles those that newer versions followed. Waits for `ready`. */
  laterVersions(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, LaterVersionIds>>;
  /** Memos (draft or sent) that cite a passage of the article, or the passage. */
  memosCiting(id: ArticleId | PassageId): Promise<readonly MemoId[]>;
  /** Carried passages that need a look, those of the newest article first, in the order of their text. */
  unsettledPassages(): Promise<readonly UnsettledPassage[]>;
};
