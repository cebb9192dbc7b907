/** The content of the lists by unit, as read from the files and stored in the index. */
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { NumberedParagraph } from '#domain/article/body/paragraph-numbers.ts';
import type { PagedRange } from '#domain/article/pages.ts';
import type { Board, BoardRecords } from '#domain/board/board.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { Event } from '#domain/event/event.ts';
import type { Fall } from '#domain/graph/fall.ts';
import type { MemoId, Sha256 } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import type { Label } from '#domain/passage/label.ts';
import type { SavedSearch } from '#domain/search/saved-search.ts';
import type { Credit } from '#domain/source/credits.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { Task } from '#domain/task/task.ts';
import type { TranslatedWords } from '#domain/translation/translation.ts';
import type { TrashedArticle, TrashedMemo } from '#electron/ports/archive.ts';

/** The data of an article's record; the hashes are null if the record can't be read. */
export type KnownArticle = Pick<
  ArticleRecord,
  'id' | 'importedAt' | 'words' | 'originalName' | 'found' | 'bibliography' | 'previousVersionId'
> & {
  readonly textSha256: Sha256 | null;
  readonly originalSha256: Sha256 | null;
};

/** The data of a text that was read. */
export type ReadText = {
  /** Null if it can't be read. */
  readonly sha256: Sha256 | null;
  readonly firstWords: string;
  /** Offsets in code points, as in passages. */
  readonly paragraphs: readonly NumberedParagraph[];
  /** The printed pages, for a text that has them; offsets in code points too. */
  readonly pages: readonly PagedRange[];
  /** See printSignature; null for a text that is too short to have one. */
  readonly signature: string | null;
  /** The sources that it credits, and where, in code points. */
  readonly credits: readonly Credit[];
};

export type ArticleContent = {
  readonly kind: 'article';
  readonly article: KnownArticle;
  readonly text: ReadText;
  /** The first of its files that can't be read. */
  readonly fault: FileFault | null;
  /** Including deleted ones. */
  readonly translations: TranslatedWords;
  /** The ids of renderings whose original has changed since. */
  readonly outdated: readonly string[];
} & Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;

export type MemoContent = {
  readonly kind: 'memo';
  readonly memo: Memo;
  /** Including deleted ones. */
  readonly tasks: readonly Task[];
  /** For a sent memo; null if its snapshot can't be read. */
  readonly sentAs: Pick<Snapshot, 'takenAt' | 'evidence' | 'exported'> | null;
};

/** The content of a board, deleted or not, without its analysts' entries: nobody's view is kept here. */
export type BoardContent = { readonly kind: 'board'; readonly board: Board } & Pick<
  BoardRecords,
  'hypotheses' | 'evidence'
>;

/** A memo that can't be read. */
export type LostMemo = { readonly kind: 'lost memo'; readonly id: MemoId; readonly fault: FileFault };

/** The content of one file of events; `unit` is its unit name. */
export type EventContent = {
  readonly kind: 'events';
  readonly unit: string;
  readonly events: readonly Event[];
};

/** The lists as returned by the archive, including deleted records. */
export type ListContent =
  | { readonly kind: 'tags'; readonly tags: readonly Tag[] }
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly Task[] }
  | { readonly kind: 'searches'; readonly searches: readonly SavedSearch[] }
  | { readonly kind: 'labels'; readonly labels: readonly Label[] }
  | EventContent
  | { readonly kind: 'falls'; readonly falls: readonly Fall[] }
  | {
      readonly kind: 'trash';
      readonly articles: readonly TrashedArticle[];
      readonly memos: readonly TrashedMemo[];
    };

export type UnitContent = ArticleContent | MemoContent | LostMemo | BoardContent | ListContent;
