/**
 * The open archive as handlers see it. Its one implementation is in electron/storage; nothing else touches the files.
 * Whatever a call here has acknowledged is on the disk (fsynced).
 */

import type { MutableContent } from '#domain/archive/apply-changes.ts';
import type {
  Change,
  MutableFile,
  RecordChange,
  RecordFolder,
  Step,
  StepName,
} from '#domain/archive/changes.ts';
import type { EncryptionNotice } from '#domain/archive/encryption-state.ts';
import type {
  AnnotationsFile,
  ArchiveFile,
  ArticleFile,
  BoardFile,
  BodyFile,
  ConflictsFile,
  EventsFile,
  FallsFile,
  LabelsFile,
  ManifestFile,
  MemoFile,
  PadFile,
  ReviewFile,
  SearchesFile,
  SnapshotFile,
  SourcesFile,
  TagsFile,
  TasksFile,
  TranslationsFile,
} from '#domain/archive/files.ts';
import type { ManifestLoss } from '#domain/archive/manifest.ts';
import type { LastRepair, RepairDone, RepairPlan, TakenBack } from '#domain/archive/plan-repair.ts';
import type { ArticleRecord } from '#domain/article/article.ts';
import type { Body } from '#domain/article/body/body.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveRefusal } from '#domain/contract/errors/archive-errors.ts';
import type { Events, UndoState } from '#domain/contract/events.ts';
import type { RecordName } from '#domain/contract/record-kinds.ts';
import type { Topic } from '#domain/contract/request.ts';
import type { LeftCopyReason } from '#domain/contract/review.ts';
import type { HeldEvents } from '#domain/event/event-files.ts';
import type { ArticleId, BoardId, EventShard, FormId, MemoId, Sha256, SnapshotId } from '#domain/ids.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import type { Remark } from '#domain/memo/round/remark.ts';
import type { Round } from '#domain/memo/round/round.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import type { PictureName } from '#domain/picture/stored-picture.ts';
import type { Result } from '#domain/result.ts';

type Read<T> = Promise<Result<T, AppError>>;

/** Reading. Everything is the published state: never one that is still being written. */
export type ArchiveReader = {
  readonly folder: string;
  readonly info: ArchiveFile;
  tags(): Read<TagsFile>;
  sources(): Read<SourcesFile>;
  tasks(): Read<TasksFile>;
  searches(): Read<SearchesFile>;
  /** Merged records that wait for a choice. */
  conflicts(): Read<ConflictsFile>;
  labels(): Read<LabelsFile>;
  /** The events of all readable files. Fails if none can be read. */
  events(): Read<EventsFile>;
  /** The same file by file, `events.json` first, then `events/` by number; new events go into the last one. */
  eventFiles(): Promise<readonly EventFile[]>;
  falls(): Read<FallsFile>;
  pad(): Read<PadFile>;
  /** What the archive should hold. */
  manifest(): Read<ManifestFile>;
  /** Ids of the articles that are not in the trash, sorted. */
  articleIds(): Promise<readonly ArticleId[]>;
  memoIds(): Promise<readonly MemoId[]>;
  article(id: ArticleId): Read<ArticleFile>;
  /** Read together with the article's record: a text that can't be compared with it is not returned. */
  body(id: ArticleId): Read<VerifiedBody>;
  /** The imported bytes. Fails `text-not-restored` if they are missing or differ. */
  original(id: ArticleId): Read<Uint8Array>;
  annotations(id: ArticleId): Read<AnnotationsFile>;
  /** The translations of an article; empty if there are none. */
  translations(id: ArticleId): Read<TranslationsFile>;
  memo(id: MemoId): Read<MemoFile>;
  /** The rounds of a memo and their remarks; empty if it was never sent for review. */
  review(id: MemoId): Read<ReviewFile>;
  /** Ids of the archive's own forms that have a file, sorted; the file may lack the form itself. */
  formIds(): Promise<readonly FormId[]>;
  /** Including a deleted one; null if there is none. */
  form(id: FormId): Read<OwnForm | null>;
  /** Ids of the boards that have a file, sorted; the file may lack the board itself. */
  boardIds(): Promise<readonly BoardId[]>;
  /** Including a deleted one; without a board if there is none. */
  board(id: BoardId): Read<BoardFile>;
  /** Ids of the snapshots of a memo that is not in the trash, the oldest first. */
  snapshotIds(id: MemoId): Promise<readonly SnapshotId[]>;
  snapshot(memoId: MemoId, id: SnapshotId): Read<SnapshotFile>;
  /** A picture in the folder of an article or a memo that is not in the trash. */
  picture(holder: RecordFolder, picture: PictureName): Promise<FoundPicture>;
  /** A picture in the folder of any memo, including the trash; null if none has it. */
  findPicture(picture: PictureName): Promise<Uint8Array | null>;
  /** The content of trash/, readable but not changeable. */
  trashedArticles(): Promise<readonly TrashedArticle[]>;
  trashedMemos(): Promise<readonly TrashedMemo[]>;
  /** Unreadable entries of trash/, which those two lack. */
  trashFaults(): Promise<readonly TrashFault[]>;
  /** Merged conflict copies in trash/copies, the latest first. */
  keptCopies(): Promise<readonly KeptCopy[]>;
};

/**
 * `other`: a file with that name exists, but its hash differs; `unreadable`: it can't be read at the moment, and may be
 * intact.
 */
export type FoundPicture =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'nothing' | 'other' | 'unreadable' };

/** A body as read. If the hash of its canonical text differs from the record's, another program has changed it. */
export type VerifiedBody = BodyFile & { readonly textSha256: Sha256 };

export type TrashedArticle = { readonly id: ArticleId; readonly deletedAtMs: number } & ArticleFile &
  Pick<AnnotationsFile, 'about' | 'passages'>;
export type TrashedMemo = { readonly id: MemoId; readonly deletedAtMs: number } & MemoFile;

/** A file of events, and why it can't be read, if so. */
export type EventFile = HeldEvents & { readonly fault: AppError | null };

/** A conflict copy in the trash, under its former name in the archive, and since when. */
export type KeptCopy = { readonly name: string; readonly keptAtMs: number };

/** An article or a memo in the trash with an unreadable file. */
export type TrashFault = RecordFolder & { readonly error: AppError };

/** A new article: written as articles/.incoming-<id>, then renamed. */
export type NewArticle = {
  readonly article: ArticleRecord;
  readonly body: Body;
  readonly annotations: Omit<AnnotationsFile, 'version'>;
  /** From a backup or an earlier version; absent if there are none. */
  readonly translations?: Omit<TranslationsFile, 'version'>;
  readonly original: Uint8Array;
  /** Those that the body refers to, and the pixels of page regions. */
  readonly pictures?: readonly PictureFile[];
};
/** A body with the sealed text, for an article whose own differs or is damaged. */
export type RestoredBody = { readonly articleId: ArticleId; readonly body: Body };
/** Bytes with the hash that names them. */
export type PictureFile = { readonly picture: PictureName; readonly bytes: Uint8Array };
/** A picture for an existing article or memo. */
export type NewPicture = PictureFile & { readonly holder: RecordFolder };
export type NewMemo = Omit<MemoFile, 'version'> & {
  /** From a backup. */
  readonly rounds?: readonly Round[];
  readonly remarks?: readonly Remark[];
  readonly pictures?: readonly PictureFile[];
};

/**
 * The writes of an act, in this order: records of tags and sources, new or restored articles, other records, snapshots
 * and pictures, memos, what goes to the trash (references before referrers), so that a crash leaves at most an unused
 * tag or source. If the stored record differs from a `before`, the act fails with `changed-since`.
 */
export type Outcome<T> = {
  readonly value: T;
  readonly name: StepName;
  readonly changes: readonly Change[];
  readonly newArticles?: readonly NewArticle[];
  readonly newMemos?: readonly NewMemo[];
  /** For existing memos. Snapshots are never changed or removed again, so undo does not remove one. */
  readonly newSnapshots?: readonly Snapshot[];
  /** For existing articles and memos, needed by the act's records. Undo does not remove them. */
  readonly newPictures?: readonly NewPicture[];
  /** The replaced files are kept beside them; undo does not bring them back. */
  readonly restoredBodies?: readonly RestoredBody[];
};

/** Progress and cancellation of an act over many files. */
export type ActWatch = {
  /** Called for each file examined before the first is written. */
  readonly onPlanned?: (done: number, total: number) => void;
  /** Called for each written file. */
  readonly onWritten?: (done: number, total: number) => void;
  /** Cancels the act between two files: what it has written is rolled back, and it fails `cancelled`. */
  readonly signal?: AbortSignal;
};

export type PerformOptions = ActWatch & {
  /** Consecutive acts with the same edit id are one undo step. */
  readonly editId?: string;
  /** The act can't be undone: it is no undo step. For emptying the trash. */
  readonly isFinal?: boolean;
  /**
   * The data come from somebody else: an edit begun earlier that would overwrite it is refused once, as with another
   * program's writes, and the window is told.
   */
  readonly isFromOutside?: boolean;
  /** The caller has both versions: another program's changes are overwritten without asking. */
  readonly knowsOutside?: boolean;
};

/**
 * The result of examining a conflict copy that a sync has left beside a file. `records`: those of a mutable file.
 * `same`: it has nothing that the file lacks. Otherwise the reason why it is left in place.
 */
export type FoundCopy =
  | { readonly kind: 'records'; readonly file: MutableFile; readonly content: MutableContent }
  | { readonly kind: 'same' | 'nothing' }
  | { readonly kind: 'left'; readonly why: LeftCopyReason };

/** The result of comparing the manifest with the disk. */
export type FoundLosses = {
  /** When it began: files touched earlier and not listed were as they should be. */
  readonly startedMs: number;
  readonly losses: readonly ManifestLoss[];
  /**
   * `missing`: there was none, and it was rebuilt from the disk; `unreadable`: it can't be read, and nothing was
   * compared.
   */
  readonly manifest: 'kept' | 'missing' | 'unreadable';
  /** How many entries of an encrypted archive were skipped, since its key does not authenticate them. */
  readonly distrusted: number;
};

export type ArchiveChanged = {
  readonly topics: readonly Topic[];
  readonly articleIds: readonly ArticleId[];
  readonly memoIds: readonly MemoId[];
  readonly boardIds: readonly BoardId[];
  /** The files of events after the first. */
  readonly eventShards: readonly EventShard[];
  readonly gone: readonly RecordName[];
  readonly undo: UndoState;
};

export type Archive = ArchiveReader & {
  /** The age identity that opens the files of an encrypted archive, for helper processes; null if unencrypted. */
  readonly identity: string | null;
  /** The encryption notice from opening it; null if there is none. */
  readonly encryptionNotice: EncryptionNotice | null;
  /** Fails `wrong-passphrase`, `not-encrypted` or `key-damaged`. */
  checkPassphrase(passphrase: string): Promise<Result<null, AppError>>;
  /**
   * Re-encrypts the key, which stays the same, with another passphrase. Fails as checkPassphrase, and
   * `passphrase-too-short`.
   */
  changePassphrase(from: string, to: string): Promise<Result<null, AppError>>;
  /**
   * Runs one act at a time (acts of an archive queue up), writes its outcome, records it as an undo step, and only then
   * resolves. `changes` may be empty: then nothing is written and no step recorded. If a write fails, what was already
   * written of the act is rolled back and the error names the file and the reason.
   *
   * Nothing is written if the archive is gone (`archive-gone`) or its lock is lost (`lock-lost`). If another program
   * has changed a file that the act writes, the change is adopted, and `act` runs again: it must only read. If both
   * have changed the same, the act is refused, `changed-outside`.
   */
  perform<T>(
    act: (reader: ArchiveReader) => Promise<Result<Outcome<T>, AppError>>,
    options?: PerformOptions,
  ): Promise<Result<T, AppError>>;
  /**
   * Reverts the last step if its records still equal `after`. Otherwise `changed-since`: nothing is written, and the
   * step is dropped, so that the one before it can be undone. If `signal` cancels it the step stays. An undone import
   * goes to the trash.
   */
  undo(watch?: ActWatch): Promise<Result<Step, AppError>>;
  redo(watch?: ActWatch): Promise<Result<Step, AppError>>;
  undoState(): UndoState;
  /** The steps that can be undone or redone; the next one first. */
  steps(direction: 'undo' | 'redo'): readonly Step[];
  /**
   * Carries out a planned repair, between two acts. It is not an undo step: it is reverted by the name of its folder,
   * also in a later session. A file that is intact in memory gets that content, which is newer than any version before
   * it.
   */
  repair(plan: RepairPlan): Promise<Result<RepairDone, AppError>>;
  /** Restores what a repair has removed. Fails `nothing-to-undo`. */
  takeBackRepair(folder: string): Promise<Result<TakenBack, AppError>>;
  /** The last repair that was not undone. */
  lastRepair(): Promise<LastRepair | null>;
  /** Permanently deletes the articles and memos with these ids from trash/. Returns how many. */
  emptyTrash(ids: ReadonlySet<string>): Promise<Result<number, AppError>>;
  /** Permanently deletes the kept copies with these names. Returns how many. */
  removeCopies(names: readonly string[]): Promise<Result<number, AppError>>;
  onChanged(listener: (changed: ArchiveChanged) => void): () => void;
  onSaveState(listener: (state: Events['save-state']) => void): () => void;
  /** Called when another program has unknowingly reverted a change: an earlier version in place of one of ours. */
  onTakenBack(listener: (changes: readonly RecordChange[]) => void): () => void;
  /** Called after another program's changes were adopted; `onChanged` has been called before. */
  onChangedOutside(listener: (changed: Events['changed-outside']) => void): () => void;
  /**
   * Examines files that were written, added or removed, by their names in the archive, and adopts another program's
   * changes: `onChanged` and `onChangedOutside` are called. Our own writes are ignored. Null examines everything in
   * memory. An unreadable file is examined again later: it may still be being written.
   */
  lookOutside(names: readonly string[] | null): Promise<void>;
  /**
   * Checks whether everything in the manifest exists, and whether immutable files touched since then are unchanged;
   * adds missing entries. Takes long in a large archive, but blocks nothing. Null if the archive may be gone.
   */
  findLosses(sinceMs: number): Promise<FoundLosses | null>;
  /**
   * Reads a possible conflict copy, by its name in the archive; `nothing` if it is not one, or gone. A name that no
   * sync would give is only accepted with `isAsked`: a person has chosen it.
   */
  readCopy(name: string, isAsked?: boolean): Promise<FoundCopy>;
  /** Moves a conflict copy to trash/copies. Returns its new path. */
  putAwayCopy(name: string): Promise<Result<string, AppError>>;
  /** Whether an act of this session has replaced exactly this version of a record, which is therefore outdated. */
  wasReplacedHere(record: object): boolean;
  /**
   * Adopted changes are displayed everywhere, and no text being typed lacks them. Until then an act that would
   * overwrite another program's change is refused once, `changed-outside`.
   */
  seeOutsideChanges(): void;
  /** Why nothing can be written now, by checking the folder and the lock; null if it can. */
  refusal(): ArchiveRefusal | null;
  /** Called when that has changed, whoever has checked. */
  onRefusal(listener: (refusal: ArchiveRefusal | null) => void): () => void;
  /** After `lock-lost`: takes the lock again if nobody else holds it, else `archive-locked`. */
  takeLock(): Promise<Result<null, AppError>>;
  onRepaired(listener: (repaired: Events['file-repaired']) => void): () => void;
  /** The repairs of this session that the analyst has not seen yet, the oldest first. */
  repairs(): readonly Events['file-repaired'][];
  /** The analyst has seen the repair of that file; it is reported again only after new damage. */
  seeRepair(file: string): void;
  /** Waits for pending writes, then releases the lock. */
  close(): Promise<void>;
};
