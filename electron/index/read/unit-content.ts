/** What the lists are made of, unit by unit, as it is read from the files and kept in the index. */
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

/** What is known of an article by its record; the hashes are null where the record can't be read. */
export type KnownArticle = Pick<
  ArticleRecord,
  'id' | 'importedAt' | 'words' | 'originalName' | 'found' | 'bibliography' | 'previousVersionId'
> & {
  readonly textSha256: Sha256 | null;
  readonly originalSha256: Sha256 | null;
};

/** What is known of a text as it was read. */
export type ReadText = {
  /** Null where it can't be read. */
  readonly sha256: Sha256 | null;
  readonly firstWords: string;
  /** Offsets in code points, as passages have them. */
  readonly paragraphs: readonly NumberedParagraph[];
  /** Where it is printed, of a text that has pages; offsets in code points too. */
  readonly pages: readonly PagedRange[];
  /** See printSignature; null of a text that is too short to have one. */
  readonly signature: string | null;
  /** What it names as its own source, and where, in code points. */
  readonly credits: readonly Credit[];
};

export type ArticleContent = {
  readonly kind: 'article';
  readonly article: KnownArticle;
  readonly text: ReadText;
  /** The first of its files that can't be read. */
  readonly fault: FileFault | null;
  /** Deleted ones included. */
  readonly translations: TranslatedWords;
  /** The renderings of words that have changed since, by their ids. */
  readonly outdated: readonly string[];
} & Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;

export type MemoContent = {
  readonly kind: 'memo';
  readonly memo: Memo;
  /** Deleted ones included. */
  readonly tasks: readonly Task[];
  /** Of a memo that was sent; null where the snapshot of it can't be read. */
  readonly sentAs: Pick<Snapshot, 'takenAt' | 'evidence' | 'exported'> | null;
};

/** What is on a board, deleted or not, but for what its analysts say: nobody's view is held here. */
export type BoardContent = { readonly kind: 'board'; readonly board: Board } & Pick<
  BoardRecords,
  'hypotheses' | 'evidence'
>;

/** A memo that can't be read. */
export type LostMemo = { readonly kind: 'lost memo'; readonly id: MemoId; readonly fault: FileFault };

/** What one file of events holds; `unit` is its name among the units. */
export type EventContent = {
  readonly kind: 'events';
  readonly unit: string;
  readonly events: readonly Event[];
};

/** The lists as the archive hands them out; deleted records included. */
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
