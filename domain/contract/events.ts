/** What main tells the window, one channel. */

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
 * How changes by other programs are noticed. `events`: the system tells of them. `polling`: names, sizes and times are
 * looked at every two seconds, since the system would not tell (`limit`: it watches as many folders as it may;
 * `refused`: for another reason), or is not told itself (`remote`: the folder lies on another machine). `off`: they are
 * met when an act writes there.
 */
export type WatchState =
  | { readonly mode: 'starting' | 'events' | 'off' }
  | { readonly mode: 'polling'; readonly why: 'limit' | 'refused' | 'remote' };

export type UndoState = { readonly undo: StepName | null; readonly redo: StepName | null };

/** How many articles of the archive are read in. */
export type ReadProgress = { readonly read: number; readonly total: number };

export type Events = {
  /** Records were changed and are on the disk; `articleId` or `memoId` where one file alone was touched. */
  'archive-changed': {
    readonly topics: readonly Topic[];
    readonly articleIds: readonly ArticleId[];
    readonly memoIds: readonly MemoId[];
    /** Records that are in the archive no more, whatever took them: an act, a step back, another window or program. */
    readonly gone: readonly GoneRecord[];
    readonly undo: UndoState;
  };
  /** Something is being written; it is on the disk; it could not be written and the edit is kept. */
  'save-state':
    | { readonly state: 'saving' }
    | { readonly state: 'saved'; readonly at: Timestamp }
    | { readonly state: 'failed'; readonly file: string; readonly reason: WriteFailure };
  /** Another window has changed records, which are on the disk: whoever holds a text of its own asks again. */
  'changed-elsewhere': { readonly topics: readonly Topic[] };
  /**
   * Another program has changed files of the archive, and that was taken over (`archive-changed` came before). Whoever
   * holds a text of its own asks again; when nothing is left of what was before, `outside:see` says so.
   */
  'changed-outside': {
    readonly articleIds: readonly ArticleId[];
    readonly memoIds: readonly MemoId[];
  };
  /**
   * A file was damaged: its bytes are kept under another name (null: it was gone, there were none), and the
   * version before it was put in its place, if there is one.
   */
  'file-repaired': {
    readonly file: string;
    readonly quarantinedAs: string | null;
    readonly hasBackup: boolean;
    /** It lay in the clear in an encrypted archive, so that anybody may have put it there. */
    readonly isInClear?: true;
  };
  /** A conversion that was interrupted has ended now, or what `archive.json` says of the encryption was refused. */
  'encryption-notice': EncryptionNotice;
  /**
   * The archive stands in a Git repository, and its `.gitattributes` was missing or lacked what it needs: it was added.
   */
  'git-attributes-added': Record<string, never>;
  /** What has lain in the trash for its whole term went for good at the start; `held` is what memos rest on. */
  'trash-purged': { readonly removed: number; readonly held: number };
  /** More things are past their term in the trash than may go without a question; none of them went. */
  'trash-waits': { readonly count: number };
  /** How far the catalogue is filled, a few times a second; the last one is catalogue-ready. */
  'catalogue-progress': ReadProgress;
  /** The catalogue is filled: lists are complete from now on. */
  'catalogue-ready': Record<string, never>;
  /** How far the index for search is built, a few times a second, and when that ends. */
  'search-index': SearchIndexState;
  /** Another program has put earlier versions in the place of so many things written here; they wait for a choice. */
  'taken-back': { readonly count: number };
  /**
   * Conflict copies of a sync were merged and moved to the trash; `conflicts` wait for a choice, `left` were not
   * merged.
   */
  'copies-merged': { readonly merged: number; readonly conflicts: number; readonly left: number };
  /** The archive is not where it was, or not ours to write any more: why, null once it is again. */
  'archive-standing': { readonly refusal: ArchiveRefusal | null };
  /** How changes by other programs are noticed from now on. */
  'watch-state': WatchState;
  /** Files were handed to the app to be imported, by a file manager say: the window takes them with `import:handed`. */
  'files-handed': Record<string, never>;
  /** What became of files that have come to rest in the inbox; `left` were not read, since the import was ended. */
  'inbox-imported': { readonly outcomes: readonly ImportOutcome[]; readonly left: number };
  /** Files of the inbox could not be imported, because the archive could not be written. */
  'inbox-stopped': { readonly error: AppError };
  /** How the inbox stands has changed; `isAway` where its folder was found to be gone just now. */
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
  /** How the backups stand has changed. */
  'backup-changed': Record<string, never>;
  /** A menu item asks the window to do it. */
  'menu-command': { readonly command: CommandId };
  /** The settings could not be read: the usual ones hold, and the bytes are kept (null: they could not be renamed). */
  'settings-damaged': { readonly fileName: string; readonly keptAs: string | null };
  'settings-changed': { readonly settings: Settings };
  /** The window is about to close: write what is pending, then answer with app:ready-to-close. */
  closing: Record<string, never>;
};

export type EventName = keyof Events;
