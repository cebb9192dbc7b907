/**
 * The data of an archive that the lists keep in memory: what is needed for all records at once. Everything else is in
 * the index on the disk, and is read when a row is shown.
 */
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { SearchIndexState } from '#domain/contract/search-archive.ts';
import type { Fall } from '#domain/graph/fall.ts';
import type { ArticleId, BoardId, MemoId, PassageId, Sha256, SourceId, TagId } from '#domain/ids.ts';
import type { EventLineInMemo } from '#domain/memo/chronology/event-rows.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { CarriedState } from '#domain/passage/carried.ts';
import { type LabelSet, startingSet } from '#domain/passage/label.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { FoundAbout, SearchFacts } from '#domain/search/language/search-facts.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import type { Traces } from '#domain/source/traces.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import type { Task } from '#domain/task/task.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { Translation } from '#domain/translation/translation.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { TrashedArticle, TrashedMemo } from '../ports/archive.ts';
import type { Index } from './ask/find-hits.ts';
import { createDuplicateIndex } from './duplicates/duplicate-index.ts';
import { enteringLater, type LaterDuplicateIndex } from './duplicates/enter-later.ts';
import {
  createTranslationLinks,
  joinTranslations,
  type TranslationLinks,
} from './duplicates/join-translations.ts';
import { EventLists, type EventTable } from './event-table.ts';
import type { BoardContent, KnownArticle, MemoContent } from './read/unit-content.ts';
import type { StoredRecords } from './stored-records.ts';

/** A value, and the generation of tags, sources and citations from which it was made. */
export type MadeRow<Row> = { readonly row: Row; readonly generation: number };

/** A set of tags shared by passages and articles: there are far fewer such sets than passages. */
export type TagSet = {
  readonly ids: readonly TagId[];
  /** The number of articles, and of readings of passages, with exactly these tags: see countTagSets. */
  holders: number;
};

/** The passages with one speaker in articles of one publication. */
export type Voice = {
  readonly speakerId: SourceId | null;
  readonly publicationId: SourceId | null;
  /** Including older readings: see passagesOfVoice. */
  readonly readings: Set<PassageEntry>;
};

/** The facts of one passage. */
export type PassageFacts = Pick<Passage, 'id' | 'label' | 'grade' | 'createdAt'> & {
  readonly relations: readonly Passage['relations'][number][];
  readonly concernedIds: readonly SourceId[];
  readonly openTaskCount: number;
  /** The number of the paragraph in which it begins; null if its words are not in the text. */
  readonly paragraph: number | null;
  /** The page on which it begins, as in a citation; null if its text has no pages. */
  readonly page: string | null;
  readonly traces: Traces;
  /** The result of carrying it over, until the analyst has reviewed it. */
  readonly unsettled: CarriedState | null;
  readonly isOrphan: boolean;
  readonly hasNote: boolean;
  /** Its number among the passages of the index (see rows.ts); null for an article whose words can't be read. */
  readonly number: number | null;
};

type OfArticle = {
  readonly articleId: ArticleId;
  readonly tagSet: TagSet;
  readonly voice: Voice;
  readonly about: FoundAbout;
};

/**
 * A reading of a passage, as in one version of its article, that is not deleted. Lists, charts and searches share this
 * one record. It is a class, so that a hundred thousand of them share the derived properties.
 */
export class PassageEntry implements PassageFacts, OfArticle, SearchFacts {
  readonly id: PassageFacts['id'];
  readonly articleId: ArticleId;
  readonly number: number | null;
  readonly label: PassageFacts['label'];
  readonly grade: PassageFacts['grade'];
  readonly createdAt: PassageFacts['createdAt'];
  readonly relations: PassageFacts['relations'];
  readonly concernedIds: PassageFacts['concernedIds'];
  readonly tagSet: TagSet;
  readonly voice: Voice;
  readonly about: FoundAbout;
  readonly openTaskCount: number;
  readonly paragraph: number | null;
  readonly page: string | null;
  readonly traces: Traces;
  readonly unsettled: CarriedState | null;
  readonly isOrphan: boolean;
  readonly hasNote: boolean;

  constructor(facts: PassageFacts, { articleId, tagSet, voice, about }: OfArticle) {
    this.id = facts.id;
    this.articleId = articleId;
    this.number = facts.number;
    this.label = facts.label;
    this.grade = facts.grade;
    this.createdAt = facts.createdAt;
    this.relations = facts.relations;
    this.concernedIds = facts.concernedIds;
    this.tagSet = tagSet;
    this.voice = voice;
    this.about = about;
    this.openTaskCount = facts.openTaskCount;
    this.paragraph = facts.paragraph;
    this.page = facts.page;
    this.traces = facts.traces;
    this.unsettled = facts.unsettled;
    this.isOrphan = facts.isOrphan;
    this.hasNote = facts.hasNote;
  }

  get kind(): 'passage' {
    return 'passage';
  }

  get tagIds(): readonly TagId[] {
    return this.tagSet.ids;
  }

  get speakerId(): SourceId | null {
    return this.voice.speakerId;
  }

  get addedAt(): PassageFacts['createdAt'] {
    return this.createdAt;
  }

  get event(): null {
    return null;
  }

  get seenBy(): null {
    return null;
  }

  get citableId(): PassageId {
    return this.id;
  }

  get hasTask(): boolean {
    return this.openTaskCount > 0;
  }

  get hasRelation(): boolean {
    return this.relations.length > 0;
  }
}

/** A translation of an article, with the translated passages. */
export type ListedTranslation = Pick<
  Translation,
  'id' | 'language' | 'maker' | 'fromArticleId' | 'deletedAt'
> & {
  readonly passages: readonly { readonly passageId: PassageId; readonly words: string }[];
};

export type ArticleEntry = Pick<KnownArticle, 'id' | 'importedAt' | 'words' | 'previousVersionId'> & {
  /** The sealed hash; null if the record can't be read. */
  readonly sealedSha256: Sha256 | null;
  /** The hash of the text that was read; null if it can't be read. */
  readonly textSha256: Sha256 | null;
  /** The hash by which its text is recognised: see comparedHash. Null if the text can't be read. */
  readonly comparedSha256: Sha256 | null;
  readonly firstWords: string;
  readonly fault: FileFault | null;
  readonly about: Pick<
    ArticleAnnotation,
    'state' | 'publicationId' | 'marking' | 'eventDates' | 'withdrawn' | 'isSample'
  > &
    Partial<Pick<ArticleAnnotation, 'acceptedText'>>;
  readonly bibliography: Bibliography;
  readonly tagSet: TagSet;
  /** Those that are not deleted, in the order of the text, for every version of a passage: see passagesOf. */
  readonly readings: readonly PassageEntry[];
  /** Its passages, including deleted ones, that were carried over to it. */
  readonly carried: readonly Carried[];
  readonly hasDeleted: boolean;
  readonly deletedIds: readonly PassageId[];
  /** Including deleted ones. */
  readonly tasks: readonly Task[];
  /** Including deleted ones. */
  readonly translations: readonly ListedTranslation[];
  /** The number of its paragraphs and passages whose original has changed since. */
  readonly outdatedTranslations: number;
  /** The folded text by which it is found: its title and other names, and the note on it; see foldHead. */
  readonly head: string;
};

export type MemoEntry = Pick<MemoContent, 'memo' | 'tasks' | 'sentAs'> & {
  readonly citations: readonly CitedPassage[];
  /** Its lines that print events. */
  readonly eventLines: readonly EventLineInMemo[];
};

export type BoardEntry = Omit<BoardContent, 'kind'>;

/** A passage that was carried over, and the one it came from. */
export type Carried = readonly [id: PassageId, from: PassageId];

/** The article and id of a reading of a passage. */
export type Reading = { readonly articleId: ArticleId; readonly passageId: PassageId };

export type Readings = {
  /** The readings that have a newer one. */
  readonly older: ReadonlySet<PassageId>;
  /** The articles that contain such readings. */
  readonly articlesWithOlder: ReadonlySet<ArticleId>;
  /**
   * The existing readings of the passage of which `id` is one, the newest first; empty for one that was never carried
   * over.
   */
  of(id: PassageId): readonly Reading[];
  /** Whether the passage with that id, even a deleted one, was carried over, or another from it. */
  knows(id: PassageId): boolean;
};

/** The article of each passage, including deleted ones: computed at its first use, because no list needs it. */
export class PassagePlaces {
  readonly #articles: ReadonlyMap<ArticleId, ArticleEntry>;
  #places: Map<PassageId, ArticleId> | null = null;

  constructor(articles: ReadonlyMap<ArticleId, ArticleEntry>) {
    this.#articles = articles;
  }

  get(id: PassageId): ArticleId | undefined {
    if (this.#places === null) {
      this.#places = new Map();
      for (const article of this.#articles.values()) this.enter(article);
    }
    return this.#places.get(id);
  }

  /** Adds the passages of an article that is in the lists. */
  enter({ id, readings, deletedIds }: Placed): void {
    for (const reading of readings) this.#places?.set(reading.id, id);
    for (const deleted of deletedIds) this.#places?.set(deleted, id);
  }

  leave({ readings, deletedIds }: Placed): void {
    for (const reading of readings) this.#places?.delete(reading.id);
    for (const deleted of deletedIds) this.#places?.delete(deleted);
  }
}

type Placed = Pick<ArticleEntry, 'id' | 'readings' | 'deletedIds'>;

export type CatalogueState = {
  readonly stored: StoredRecords;
  /** The index from which a search is answered. */
  readonly index: () => Index;
  readonly articles: Map<ArticleId, ArticleEntry>;
  readonly memos: Map<MemoId, MemoEntry>;
  /** Including deleted ones. */
  readonly boards: Map<BoardId, BoardEntry>;
  /** Memos that can't be read. */
  readonly memoFaults: Map<MemoId, FileFault>;
  readonly articleOfPassage: PassagePlaces;
  /** The passages with a relation to a passage: see enterRelations. */
  readonly relatingTo: Map<PassageId, Set<PassageId>>;
  /** The articles that are new versions of an article: see replaceVersion. */
  readonly newVersions: Map<ArticleId, Set<ArticleId>>;
  /** Which readings belong to one passage; null if it has to be computed again. */
  readonly readings: { made: Readings | null };
  readonly tagSets: Map<string, TagSet>;
  readonly voices: Map<string, Voice>;
  /**
   * The readings of passages that are about a source, including older ones, by the id that they refer to: see
   * countAbout.
   */
  readonly concerning: Map<SourceId, Set<PassageEntry>>;
  /** Which articles have the same text. */
  readonly duplicates: LaterDuplicateIndex;
  /** Which articles are translations of which: see joinTranslations. */
  readonly translationLinks: TranslationLinks;
  /** The origins of a text that several articles have, by its id: see originsOfHit. */
  readonly textOrigins: Map<ArticleId, MadeRow<readonly Source[]>>;
  tags: TagTree;
  sources: SourceTree;
  /** The lists as returned by the archive, including deleted records. */
  readonly lists: { tasks: readonly Task[]; searches: readonly SavedSearch[] };
  labels: LabelSet;
  readonly eventLists: EventLists;
  /** The events of all files. */
  readonly events: EventTable;
  falls: readonly Fall[];
  trashedArticles: readonly TrashedArticle[];
  trashedMemos: readonly TrashedMemo[];
  /**
   * Increases whenever tags, sources, citations, boards, relations, versions or duplicates change: values derived from
   * them record it.
   */
  generation: number;
  /** The ids of the articles, newest first; null when one was added or removed since the last sort. */
  newestFirst: readonly ArticleId[] | null;
  /** The ranks of the passages by their words, with the revision of these; null if none was requested yet. */
  quoteRanks: { readonly revision: number; readonly ranks: ReadonlyMap<PassageId, number> } | null;
};

/** The data from which a question is answered, in its present state. */
export type Asked = {
  /** The identity of the open index: the same object as long as it is open. */
  readonly indexer: object;
  readonly index: Index;
  readonly lists: CatalogueState;
  readonly state: SearchIndexState;
  /** The day of the question. */
  readonly today: CalendarDate;
};

/** Creates an empty state. */
export const createCatalogueState = (
  stored: StoredRecords,
  index: () => Index,
  articles = new Map<ArticleId, ArticleEntry>(),
  translationLinks = createTranslationLinks(),
  eventLists = new EventLists(),
): CatalogueState => ({
  stored,
  index,
  articles,
  memos: new Map(),
  boards: new Map(),
  memoFaults: new Map(),
  articleOfPassage: new PassagePlaces(articles),
  relatingTo: new Map(),
  newVersions: new Map(),
  readings: { made: null },
  tagSets: new Map(),
  voices: new Map(),
  concerning: new Map(),
  duplicates: joinTranslations(enteringLater(createDuplicateIndex()), translationLinks),
  translationLinks,
  textOrigins: new Map(),
  tags: indexTree<Tag>([]),
  sources: indexTree<Source>([]),
  lists: { tasks: [], searches: [] },
  labels: startingSet,
  eventLists,
  get events() {
    return eventLists.table;
  },
  falls: [],
  trashedArticles: [],
  trashedMemos: [],
  generation: 0,
  newestFirst: null,
  quoteRanks: null,
});

const byImport = (a: ArticleEntry, b: ArticleEntry): number => {
  if (a.importedAt !== b.importedAt) return a.importedAt < b.importedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
};

/** The articles, the newest import first. */
export const articlesNewestFirst = (state: CatalogueState): readonly ArticleEntry[] => {
  state.newestFirst ??= [...state.articles.values()].sort(byImport).map(({ id }) => id);
  return state.newestFirst.flatMap((id) => state.articles.get(id) ?? []);
};
