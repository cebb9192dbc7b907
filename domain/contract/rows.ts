/**
 * What the catalogue answers: rows for lists, already joined, so that the window never opens a file to draw a
 * list. Every string is plain text from files that are not trusted: text nodes only, never HTML.
 */
import type { ArticleState } from '../article/annotations.ts';
import type { Provenance } from '../article/bibliography/provenance.ts';
import type { TextState } from '../article/text-state.ts';
import type { EventDate } from '../dates/event-date.ts';
import type { ArticleId, MemoId, PassageId, SearchId, SourceId, TagId } from '../ids.ts';
import type { MemoState } from '../memo/memo.ts';
import type { CarriedFrom, PassageState } from '../passage/carried.ts';
import type { Label } from '../passage/label.ts';
import type { Basis, Manner, RelationType } from '../passage/passage.ts';
import type { RelationDirection } from '../passage/word-relation.ts';
import type { PassageFilter } from '../search/filters.ts';
import type { SourceKind } from '../source/source.ts';
import type { Task, TaskPlace } from '../task/task.ts';
import type { CalendarDate, StatedDate, Timestamp } from '../time.ts';
import type { Grade } from '../tradecraft/grade.ts';
import type { Marking } from '../tradecraft/marking.ts';
import type { Reliability } from '../tradecraft/reliability.ts';
import type { AppError } from './errors.ts';
import type { NeedCounts } from './need-kinds.ts';

/** Why a file of an article or a memo can't be read. */
export type FileFault = Extract<
  AppError,
  { readonly code: 'archive-damaged' | 'archive-newer' | 'archive-unreadable' }
>;

/** An article or a memo of which a file can't be read: what that file holds is missing from every list. */
export type FaultRow = { readonly title: string | null; readonly fault: FileFault } & (
  | { readonly holds: 'article'; readonly id: ArticleId }
  | { readonly holds: 'memo'; readonly id: MemoId }
);

/** Which of the versions of one article in the archive it is, from 1, and how many there are. */
export type ArticleCopy = { readonly number: number; readonly count: number };

export type ArticleRow = {
  readonly id: ArticleId;
  /** Null where no title is known: the list then shows the first words. */
  readonly title: string | null;
  readonly firstWords: string;
  readonly publisher: string | null;
  readonly byline: string | null;
  readonly publishedAt: StatedDate | null;
  readonly importedAt: Timestamp;
  readonly words: number;
  readonly language: string | null;
  readonly state: ArticleState;
  /** The labels of its passages, in the order of the keys. */
  readonly labels: readonly Label[];
  readonly passageCount: number;
  readonly gradedCount: number;
  readonly openTaskCount: number;
  readonly missingFields: readonly ('title' | 'publisher' | 'publishedAt' | 'url')[];
  readonly marking: Marking | null;
  readonly publication: SourceRef | null;
  readonly tagIds: readonly TagId[];
  /** When what it speaks of happens, as the analyst says; in the order of time. */
  readonly eventDates: readonly EventDate[];
  /** Null where it is the only version. */
  readonly copy: ArticleCopy | null;
  /** Whether its text is the one that was sealed; null where it can't be read. */
  readonly text: TextState | null;
  /** The first of its files that can't be read: what it holds is missing from this row. Null where all can. */
  readonly fault: FileFault | null;
  readonly isSample: boolean;
};

export type SourceRef = {
  readonly id: SourceId;
  readonly name: string;
  readonly reliability: Reliability | null;
};

/** A relation as it is seen from a passage. */
export type RelationRef = {
  readonly type: RelationType;
  readonly direction: RelationDirection;
  /** The other passage. */
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
};

export type PassageRow = {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  readonly articleTitle: string | null;
  /** Verbatim, see passageQuote. */
  readonly quote: string;
  /** The quote with its marks, as it is printed in a line: see printPassage. */
  readonly printed: string;
  readonly label: Label;
  readonly tagIds: readonly TagId[];
  readonly speaker: SourceRef | null;
  readonly publication: SourceRef | null;
  /** See originsOf: the organisation at the top of the speaker's branch, else the publications that carry the text. */
  readonly origins: readonly SourceRef[];
  /** The one text that its article carries: the first article imported with it, perhaps its own. */
  readonly textId: ArticleId;
  readonly grade: Grade;
  readonly manner: Manner | null;
  readonly basis: Basis | null;
  readonly note: string;
  readonly paragraph: number | null;
  readonly publishedAt: StatedDate | null;
  readonly createdAt: Timestamp;
  /** Both those that it says of live passages and those that they say of it. */
  readonly relations: readonly RelationRef[];
  readonly relationCount: number;
  readonly openTaskCount: number;
  readonly citedIn: readonly MemoId[];
  /** Whether its words stand in the text of its article. */
  readonly state: PassageState;
  /** The passage of another version that it was carried over from. */
  readonly carriedFrom: Pick<CarriedFrom, 'articleId' | 'passageId'> | null;
};

/** A passage as it stands beside another. Passages of one origin do not confirm each other. */
export type RelatedRow = {
  readonly row: PassageRow;
  readonly isSameOrigin: boolean;
  /** Whether it is so because both stand in copies of one text. */
  readonly isCopiedText: boolean;
};

export type LinkedRow = RelatedRow & {
  readonly type: RelationType;
  /** Seen from the passage that was asked about. */
  readonly direction: RelationDirection;
};

/** How many relations a passage has, in both directions. */
export type RelationCount = { readonly passageId: PassageId; readonly count: number };

/** What is related to a passage. Each list but the first ends at RELATED_LIMIT. */
export type RelatedPassages = {
  readonly row: PassageRow;
  readonly linked: readonly LinkedRow[];
  readonly sameSpeaker: readonly RelatedRow[];
  /** Those that share most tags first. */
  readonly sameTags: readonly RelatedRow[];
  /** Those that share most of its rare words first. */
  readonly similar: readonly RelatedRow[];
  /** Whether a passage of another origin supports it: what "confirmed" needs. */
  readonly isConfirmed: boolean;
};

/** How many duplicates of a text are told of at most. */
export const DUPLICATES_LIMIT = 50;

/** An article that carries the text of another, or nearly so: together they are one origin. */
export type DuplicateArticle = {
  readonly articleId: ArticleId;
  readonly title: string | null;
  readonly firstWords: string;
  readonly publisher: string | null;
  readonly publishedAt: StatedDate | null;
  /** Whether the texts are the same to the character. */
  readonly isSameText: boolean;
  /** What they share of all runs of three words that either holds, estimated; 1 where they are the same. */
  readonly likeness: number;
  /** What is known of where it was printed: as found, as sealed, as corrected. */
  readonly provenance: readonly Provenance[];
};

/** How many passages a list of what may be related holds at most. */
export const RELATED_LIMIT = 50;

export type TagRow = {
  readonly id: TagId;
  readonly name: string;
  readonly parentId: TagId | null;
  /** Names from the root, e.g. ["China", "dual use"]. */
  readonly path: readonly string[];
  readonly aliases: readonly string[];
  readonly definition: { readonly useWhen: string; readonly notWhen: string; readonly example: string };
  /** Passages and articles that carry the tag itself. */
  readonly ownCount: number;
  /** The same, with every tag below it. */
  readonly totalCount: number;
};

export type SourceRow = {
  readonly id: SourceId;
  readonly kind: SourceKind;
  readonly name: string;
  readonly parentId: SourceId | null;
  readonly aliases: readonly string[];
  readonly reliability: Reliability | null;
  /** Passages that the filter by this source finds: it, or what is below it, speaks or is the publication. */
  readonly passageCount: number;
  readonly articleCount: number;
  readonly lastUsedAt: Timestamp | null;
};

export type TaskRow = {
  readonly task: Task;
  readonly place: TaskPlace;
  /** The title of the article or memo that the task is on. */
  readonly placeTitle: string | null;
  /** The quote of the passage that the task is on, with its marks: see printPassage. */
  readonly quote: string | null;
};

export type MemoRow = {
  readonly id: MemoId;
  readonly title: string;
  readonly referenceNumber: string;
  readonly for: string;
  readonly marking: Marking | null;
  readonly asOf: CalendarDate | Timestamp;
  readonly state: MemoState;
  readonly citationCount: number;
  /** Citations whose passage was resized or deleted since. */
  readonly changedEvidenceCount: number;
  readonly updatedAt: Timestamp;
  readonly isSample: boolean;
};

export type SearchRow = {
  readonly id: SearchId;
  readonly name: string;
  readonly filter: PassageFilter;
  readonly count: number;
};

export type TrashRow = {
  readonly holds: 'article' | 'memo' | 'passage' | 'tag' | 'source' | 'task';
  readonly id: string;
  readonly title: string;
  readonly deletedAt: Timestamp;
  /** Reference numbers of the memos that cite it: it can't be emptied. */
  readonly heldBy: readonly string[];
};

/** An article or a memo in the trash that can't be read: it can't be brought back, and nothing takes it away. */
export type TrashFaultRow = {
  readonly holds: 'article' | 'memo';
  readonly id: string;
  readonly fault: AppError;
};

/** What is in one row of the trash: enough to know it again before it is restored or goes. */
export type TrashLook = {
  /** Where it stood: an article's publisher, a passage's article, a memo's number, a path; null where nowhere. */
  readonly place: string | null;
  /** What the analyst said of it, or wrote in it; empty where nothing. */
  readonly text: string;
  /** Its passages, verbatim, in the order of the text, at most `TRASH_QUOTES` of `quoteCount`. */
  readonly quotes: readonly { readonly label: Label; readonly quote: string }[];
  readonly quoteCount: number;
  /** Names of what went with it and comes back with it: follow-ups, tags and sources below. */
  readonly wentWith: readonly string[];
};
export const TRASH_QUOTES = 12;

/** How many of each: the numbers of the rail. */
export type Counts = {
  readonly articles: number;
  readonly unreadArticles: number;
  readonly passages: number;
  readonly memos: number;
  readonly openTasks: number;
  readonly dueTasks: number;
  readonly sources: number;
  readonly tags: number;
  readonly trash: number;
  /** What waits for the analyst, by kind: see needs:list. */
  readonly needs: NeedCounts;
};

/** One hit of the palette. */
export type Found =
  | {
      readonly kind: 'article';
      readonly articleId: ArticleId;
      readonly title: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'passage';
      readonly articleId: ArticleId;
      readonly passageId: PassageId;
      readonly label: Label;
      readonly title: string;
      readonly detail: string;
    }
  | { readonly kind: 'memo'; readonly memoId: MemoId; readonly title: string; readonly detail: string }
  | { readonly kind: 'tag'; readonly tagId: TagId; readonly title: string; readonly detail: string }
  | { readonly kind: 'source'; readonly sourceId: SourceId; readonly title: string; readonly detail: string };
