/** Events from main to the window, one channel. */

import type { StepName } from '../archive/changes.ts';
import type { EncryptionNotice } from '../archive/encryption-state.ts';
import type { CommandId } from '../command/command-table.ts';
import type { ArticleId, MemoId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { ShownJob } from './backup.ts';
import type { AppError } from './errors/app-error.ts';
import type { ArchiveRefusal } from './errors/archive-errors.ts';
import type { WriteFailure } from './errors/write-errors.ts';
import type { ImportOutcome } from './import-many.ts';
import type { GoneRecord } from './record-kinds.ts';
import type { Topic } from './request.ts';
import type { SearchIndexState } from './search-archive.ts';
import type { Settings } from './settings.ts';

/**
 * How changes by other programs are noticed. `events`: the system reports them. `polling`: names, sizes and times
 * are checked every two seconds, since the system would not report them (`limit`: it watches no more folders;
 * `refused`: for another reason), or does not learn of them (`remote`: the folder is on another machine). `off`:
 * they are noticed when an act writes there.
 */
export type WatchState =
  | { readonly mode: 'starting' | 'events' | 'off' }
  | { readonly mode: 'polling'; readonly why: 'limit' | 'refused' | 'remote' };

export type UndoState = { readonly undo: StepName | null; readonly redo: StepName | null };

/** How many articles of the archive are read in. */
export type ReadProgress = { readonly read: number; readonly total: number };

export type Events = {
  /** Records were changed and are on the disk; with `articleId` or `memoId` if only one file was touched. */
  'archive-changed': {
    readonly topics: readonly Topic[];
    readonly articleIds: readonly ArticleId[];
    readonly memoIds: readonly MemoId[];
    /** Records that are no longer in the archive, for any reason: an act, an undo, another window or program. */
    readonly gone: readonly GoneRecord[];
    readonly undo: UndoState;
  };
  /** Something is being written; it is on the disk; it could not be written and the edit is kept. */
  'save-state':
    | { readonly state: 'saving' }
    | { readonly state: 'saved'; readonly at: Timestamp }
    | { readonly state: 'failed'; readonly file: string; readonly reason: WriteFailure };
  /**
   * Another window has changed records, which are on the disk: a component with its own copy of a text requests it
   * again.
   */
  'changed-elsewhere': { readonly topics: readonly Topic[] };
  /**
   * Another program has changed files of the archive, and the changes were adopted (`archive-changed` came
   * before). A component with its own copy of a text requests it again; when nothing is left of the former state,
   * it sends `outside:see`.
   */
  'changed-outside': {
    readonly articleIds: readonly ArticleId[];
    readonly memoIds: readonly MemoId[];
  };
  /**
   * A file was damaged: its bytes are kept under another name (null: there were none), and the previous version
   * was put in its place, if there is one.
   */
  'file-repaired': {
    readonly file: string;
    readonly quarantinedAs: string | null;
    readonly hasBackup: boolean;
    /** The file was unencrypted in an encrypted archive, so that anybody may have put it there. */
    readonly isInClear?: true;
  };
  /** An interrupted conversion has ended now, or the encryption state in `archive.json` was refused. */
  'encryption-notice': EncryptionNotice;
  /**
   * The archive is in a Git repository, and its `.gitattributes` was missing or incomplete: it was added or
   * completed.
   */
  'git-attributes-added': Record<string, never>;
  /**
   * Items that were in the trash for their whole term were deleted for good at the start; `held` are those that
   * memos cite.
   */
  'trash-purged': { readonly removed: number; readonly held: number };
  /** More things are past their term in the trash than may go without a question; none of them went. */
  'trash-waits': { readonly count: number };
  /** How far the catalogue is filled, a few times a second; the last one is catalogue-ready. */
  'catalogue-progress': ReadProgress;
  /** The catalogue is filled: lists are complete from now on. */
  'catalogue-ready': Record<string, never>;
  /** How far the index for search is built, a few times a second, and when that ends. */
  'search-index': SearchIndexState;
  /** Another program has replaced this many things written here by earlier versions; they wait for a choice. */
  'taken-back': { readonly count: number };
  /**
   * Conflict copies of a sync were merged and moved to the trash; `conflicts` wait for a choice, `left` were not
   * merged.
   */
  'copies-merged': { readonly merged: number; readonly conflicts: number; readonly left: number };
  /** Why the archive can't be written: it is missing, or opened elsewhere; null once it can again. */
  'archive-standing': { readonly refusal: ArchiveRefusal | null };
  /** How changes by other programs are noticed from now on. */
  'watch-state': WatchState;
  /**
   * Files were passed to the app for import, by a file manager for example: the window takes them with
   * `import:handed`.
   */
  'files-handed': Record<string, never>;
  /** The outcome for files that were ready in the inbox; `left` were not read, since the import was ended. */
  'inbox-imported': { readonly outcomes: readonly ImportOutcome[]; readonly left: number };
  /** Files of the inbox could not be imported, because the archive could not be written. */
  'inbox-stopped': { readonly error: AppError };
  /** The state of the inbox has changed; `isAway` if its folder was just found to be missing. */
  'inbox-changed': { readonly isAway: boolean };
  'import-progress': { readonly done: number; readonly total: number; readonly fileName: string };
  /** How many paragraphs the analyst's program has translated; `done` equals `total` when it has ended. */
  'translation-progress': { readonly done: number; readonly total: number };
  /** How many pages of a scan are read; `done` equals `total` when it has ended. */
  'ocr-progress': { readonly done: number; readonly total: number };
  /** How many marks of a PDF that are to be regions are drawn; `done` equals `total` when it has ended. */
  'marks-progress': { readonly done: number; readonly total: number };
  /** An act on many records is being written, file by file; `done` equals `total` when it has ended. */
  'bulk-progress': { readonly done: number; readonly total: number };
  /**
   * An export for another tool, file by file, or a comparison with another coder; `done` equals `total` when it has
   * ended.
   */
  'exchange-progress': {
    readonly doing: 'writing' | 'comparing';
    readonly done: number;
    readonly total: number;
  };
  /**
   * How far a backup, a test, or a restoring or packing is that somebody waits for; `done` equals `total` at its end.
   */
  'backup-progress': { readonly job: ShownJob; readonly done: number; readonly total: number };
  /** The state of the backups has changed. */
  'backup-changed': Record<string, never>;
  /** A menu item asks the window to do it. */
  'menu-command': { readonly command: CommandId };
  /** The settings could not be read: the defaults apply, and the bytes are kept (null: they could not be renamed). */
  'settings-damaged': { readonly fileName: string; readonly keptAs: string | null };
  'settings-changed': { readonly settings: Settings };
  /** The window is about to close: write what is pending, then answer with app:ready-to-close. */
  closing: Record<string, never>;
};

export type EventName = keyof Events;
