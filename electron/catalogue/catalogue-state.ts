/** What the catalogue holds of an archive: enough to draw every list without opening a file. */
import type { ArticleAnnotation } from '#domain/article/annotations.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { NumberedParagraph } from '#domain/article/body/paragraph-numbers.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { PassageRow } from '#domain/contract/passage.ts';
import type { ArticleId, MemoId, PassageId, Sha256, SourceId, TagId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import type { Source, SourceTree } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { TagTree } from '#domain/tag/tag-tree.ts';
import type { Task } from '#domain/task/task.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { TrashedArticle, TrashedMemo } from '../ports/archive.ts';
import { createDuplicateIndex, type DuplicateIndex } from './duplicates/duplicate-index.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

/** What never changes of an article's text. */
export type BodySummary = {
  readonly firstWords: string;
  /** Offsets in code points, as passages have them. */
  readonly paragraphs: readonly NumberedParagraph[];
};

/** A row that was made, and of which generation of tags, sources and citations. */
export type MadeRow<Row> = { readonly row: Row; readonly generation: number };

/** The tags that some passages and articles have in common: there are far fewer such sets than passages. */
export type TagSet = {
  readonly ids: readonly TagId[];
  /** How many passages and articles carry just these. */
  count: number;
};

/** The passages that have one speaker in articles of one publication. */
export type Voice = {
  readonly speakerId: SourceId | null;
  readonly publicationId: SourceId | null;
  readonly passages: Set<Passage>;
};

export type PassageEntry = {
  readonly passage: Passage;
  readonly tagSet: TagSet;
  readonly voice: Voice;
  readonly openTaskCount: number;
  /** What it is found by, and its number in the index. */
  readonly text: string;
  readonly document: number;
  made: MadeRow<PassageRow> | null;
};

/** What is known of an article by its record; `textSha256` is null where the record can't be read. */
export type KnownArticle = Pick<
  ArticleRecord,
  'id' | 'importedAt' | 'words' | 'found' | 'bibliography' | 'previousVersionId'
> & {
  readonly textSha256: Sha256 | null;
};

export type ArticleEntry = {
  readonly article: KnownArticle;
  /** The first of its files that can't be read. */
  readonly fault: FileFault | null;
  readonly about: ArticleAnnotation;
  readonly bibliography: Bibliography;
  readonly tagSet: TagSet;
  /** Those that are not deleted, in the order of the text. */
  readonly passages: readonly PassageEntry[];
  readonly deletedPassages: readonly Passage[];
  /** Deleted ones included. */
  readonly tasks: readonly Task[];
  readonly body: BodySummary;
  /** Of the text as it was read; null where it can't be. */
  readonly textSha256: Sha256 | null;
  readonly head: { readonly text: string; readonly document: number };
  readonly bodyDocument: number;
  made: MadeRow<ArticleRow> | null;
};

export type MemoEntry = {
  readonly memo: Memo;
  /** Deleted ones included. */
  readonly tasks: readonly Task[];
  readonly citations: readonly CitedPassage[];
  /** Of a memo that was sent; null where the snapshot of it can't be read. */
  readonly sentAs: Pick<Snapshot, 'takenAt' | 'evidence' | 'exported'> | null;
};

export type CatalogueState = {
  readonly articles: Map<ArticleId, ArticleEntry>;
  readonly memos: Map<MemoId, MemoEntry>;
  /** Memos that can't be read. */
  readonly memoFaults: Map<MemoId, FileFault>;
  readonly articleOfPassage: Map<PassageId, ArticleId>;
  /** The passages that say something of a passage: see enterRelations. */
  readonly relatingTo: Map<PassageId, Set<PassageId>>;
  /** The articles that are new versions of an article: see replaceVersion. */
  readonly newVersions: Map<ArticleId, Set<ArticleId>>;
  readonly tagSets: Map<string, TagSet>;
  readonly voices: Map<string, Voice>;
  readonly indexes: { readonly heads: WordIndex; readonly bodies: WordIndex; readonly passages: WordIndex };
  /** Which articles carry one text. */
  readonly duplicates: DuplicateIndex;
  /** The origins of a text that several articles carry, by its id: see originsOfHit. */
  readonly textOrigins: Map<ArticleId, MadeRow<readonly Source[]>>;
  tags: TagTree;
  sources: SourceTree;
  /** The lists as the archive hands them out; deleted records included. */
  lists: {
    readonly tags: readonly Tag[];
    readonly sources: readonly Source[];
    readonly tasks: readonly Task[];
    readonly searches: readonly SavedSearch[];
  };
  trashedArticles: readonly TrashedArticle[];
  trashedMemos: readonly TrashedMemo[];
  /** Grows whenever tags, sources, citations, relations, versions or texts in common change: rows name them. */
  generation: number;
  /** The ids of the articles, newest first; null when one came or went since they were sorted. */
  newestFirst: readonly ArticleId[] | null;
};

/** Nothing is read yet. */
export const createCatalogueState = (): CatalogueState => ({
  articles: new Map(),
  memos: new Map(),
  memoFaults: new Map(),
  articleOfPassage: new Map(),
  relatingTo: new Map(),
  newVersions: new Map(),
  tagSets: new Map(),
  voices: new Map(),
  indexes: { heads: createWordIndex(), bodies: createWordIndex(), passages: createWordIndex() },
  duplicates: createDuplicateIndex(),
  textOrigins: new Map(),
  tags: indexTree([]),
  sources: indexTree([]),
  lists: { tags: [], sources: [], tasks: [], searches: [] },
  trashedArticles: [],
  trashedMemos: [],
  generation: 0,
  newestFirst: null,
});

const byImport = ({ article: a }: ArticleEntry, { article: b }: ArticleEntry): number => {
  if (a.importedAt !== b.importedAt) return a.importedAt < b.importedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
};

/** The articles, the newest import first. */
export const articlesNewestFirst = (state: CatalogueState): readonly ArticleEntry[] => {
  state.newestFirst ??= [...state.articles.values()].sort(byImport).map(({ article }) => article.id);
  return state.newestFirst.flatMap((id) => state.articles.get(id) ?? []);
};
