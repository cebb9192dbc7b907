/**
 * What an act does to an archive, as data: the handlers return it, storage writes it, undo writes it backwards.
 */
import type { ArticleAnnotation } from '../article/annotations.ts';
import type { Board, BoardEvidence, Cell, Hypothesis, Probability } from '../board/board.ts';
import type { Conflict } from '../conflict/conflict.ts';
import type { Event } from '../event/event.ts';
import type { Fall } from '../graph/fall.ts';
import type { ArticleId, BoardId, EventShard, FormId, MemoId } from '../ids.ts';
import type { OwnForm } from '../memo/form/form.ts';
import type { Memo } from '../memo/memo.ts';
import type { Remark } from '../memo/round/remark.ts';
import type { Round } from '../memo/round/round.ts';
import type { Pad } from '../pad/pad.ts';
import type { Label } from '../passage/label.ts';
import type { Passage } from '../passage/passage.ts';
import type { SavedSearch } from '../search/saved-search.ts';
import type { Source } from '../source/source.ts';
import type { Tag } from '../tag/tag.ts';
import type { Task } from '../task/task.ts';
import type { BlockLanguage, Rendering, Translation } from '../translation/translation.ts';
import type { ManifestEntry } from './manifest.ts';
import type { RootKind } from './root-files.ts';

/** A file that holds records which change. */
export type MutableFile =
  | { [K in RootKind]: { readonly kind: K } }[RootKind]
  | { readonly kind: 'event-shard'; readonly shard: EventShard }
  | { readonly kind: 'annotations'; readonly articleId: ArticleId }
  | { readonly kind: 'translations'; readonly articleId: ArticleId }
  | { readonly kind: 'memo'; readonly memoId: MemoId }
  | { readonly kind: 'review'; readonly memoId: MemoId }
  | { readonly kind: 'form'; readonly formId: FormId }
  | { readonly kind: 'board'; readonly boardId: BoardId };

/** The records of each collection. */
export type Collections = {
  tags: Tag;
  sources: Source;
  tasks: Task;
  searches: SavedSearch;
  labels: Label;
  events: Event;
  /** What others rest on and has become worth less, with what has still to be looked at. */
  falls: Fall;
  passages: Passage;
  /** The single record of an annotations file that speaks of the article as a whole. */
  about: ArticleAnnotation;
  /** The translations of an article. */
  translations: Translation;
  /** The words of a translation, paragraph by paragraph and passage by passage. */
  renderings: Rendering;
  /** The languages of single paragraphs. */
  languages: BlockLanguage;
  /** The single record of a memo file that is the memo. */
  memo: Memo;
  /** The rounds in which a memo went to reviewers. */
  rounds: Round;
  /** What reviewers and colleagues say of a memo. */
  remarks: Remark;
  /** The one form of a file of forms. */
  forms: OwnForm;
  /** The one board of a file of boards. */
  boards: Board;
  hypotheses: Hypothesis;
  /** The rows of a board. */
  evidence: BoardEvidence;
  cells: Cell;
  probabilities: Probability;
  conflicts: Conflict;
  /** The one pad, or none where nobody has begun it. */
  pads: Pad;
  /** What the archive should hold. */
  entries: ManifestEntry;
};
export type CollectionName = keyof Collections;

/** One record of one file: `before` is null where it is new, `after` is null where it is removed. */
export type RecordChange<C extends CollectionName = CollectionName> = {
  [Name in C]: {
    readonly type: 'record';
    readonly file: MutableFile;
    readonly collection: Name;
    readonly recordId: string;
    readonly before: Collections[Name] | null;
    readonly after: Collections[Name] | null;
  };
}[C];

/** An article's or a memo's folder that is moved to the trash or restored from it. */
export type FolderChange = {
  readonly type: 'folder';
  readonly to: 'trash' | 'archive';
} & RecordFolder;

/** Whose folder it is. */
export type RecordFolder =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId };

export type Change = RecordChange | FolderChange;

/** A named act: one step of undo. The name is a message id with its parameters, worded by the renderer. */
export type Step = { readonly name: StepName; readonly changes: readonly Change[] };

/** The names of the acts: "Undone: merge of tags" is worded from this. */
export const stepNames = [
  'import-article',
  'import-articles',
  'import-new-version',
  'import-brought',
  'take-marks',
  'correct-article',
  'article-state',
  'article-note',
  'article-tags',
  'article-publication',
  'article-marking',
  'article-event-dates',
  'article-withdrawn',
  'add-translation',
  'change-translation',
  'delete-translation',
  'restore-translation',
  'translate-paragraphs',
  'translate-passage',
  'declare-translation',
  'confirm-translation',
  'paragraph-language',
  'accept-text',
  'restore-text',
  'delete-article',
  'tag-articles',
  'articles-state',
  'articles-publication',
  'articles-marking',
  'delete-articles',
  'restore-article',
  'restore-many',
  'add-passage',
  'highlight-places',
  'relabel-passage',
  'resize-passage',
  'describe-passage',
  'add-region',
  'split-passage',
  'duplicate-passage',
  'tag-passage',
  'source-passage',
  'repeat-passage',
  'grade-passage',
  'note-passage',
  'manner-passage',
  'post-passage',
  'concern-passage',
  'relabel-passages',
  'tag-passages',
  'source-passages',
  'concern-passages',
  'take-names',
  'grade-passages',
  'note-passages',
  'add-tasks',
  'delete-passages',
  'relate-passage',
  'take-candidate',
  'keep-orphan',
  'confirm-passages',
  'delete-passage',
  'restore-passage',
  'add-tag',
  'rename-tag',
  'move-tag',
  'define-tag',
  'group-tag',
  'merge-tags',
  'split-tag',
  'settle-coding',
  'delete-tag',
  'restore-tag',
  'add-source',
  'change-source',
  'source-reliability',
  'merge-sources',
  'delete-source',
  'restore-source',
  'add-task',
  'change-task',
  'complete-task',
  'delete-task',
  'restore-task',
  'add-memo',
  'edit-memo',
  'set-memo-state',
  'start-round',
  'change-round',
  'settle-remarks',
  'add-comment',
  'add-review',
  'send-memo',
  'supersede-memo',
  'see-evidence',
  'restore-snapshot',
  'state-reason',
  'cite-passages',
  'take-newer-versions',
  'delete-memo',
  'restore-memo',
  'add-form',
  'change-form',
  'choose-word-template',
  'change-word-template',
  'remove-word-template',
  'delete-form',
  'restore-form',
  'add-board',
  'change-board',
  'delete-board',
  'restore-board',
  'add-hypothesis',
  'change-hypothesis',
  'move-hypothesis',
  'remove-hypothesis',
  'add-evidence',
  'move-evidence',
  'remove-evidence',
  'fill-cell',
  'clear-cell',
  'reason-cell',
  'keep-cells',
  'set-probability',
  'save-search',
  'add-event',
  'change-event',
  'join-event',
  'leave-event',
  'merge-events',
  'insert-chronology',
  'update-chronology',
  'keep-chronology',
  'delete-event',
  'delete-events',
  'restore-event',
  'add-label',
  'change-label',
  'move-label',
  'retire-label',
  'rename-search',
  'move-search',
  'delete-search',
  'edit-pad',
  'move-from-pad',
  'restore-pad',
  'merge-copy',
  'settle-conflict',
  'accept-loss',
  'settle-fall',
  'empty-trash',
  'install-sample',
  'remove-sample',
] as const;
export type StepName = (typeof stepNames)[number];

/**
 * Acts that must be complete, since half of one would be a loss or a duplicate; others leave at most something
 * unreferenced. Such an act that was interrupted between its files is reverted when the archive is next opened.
 */
export const wholeSteps: ReadonlySet<StepName> = new Set<StepName>(['move-from-pad']);

/** The inverse of `change`: undo is the inverses of a step's changes, last first. */
export const invertChange = (change: Change): Change => {
  if (change.type === 'folder') return { ...change, to: change.to === 'trash' ? 'archive' : 'trash' };
  return { ...change, before: change.after, after: change.before } as RecordChange;
};
