/**
 * The open archive as the use cases see it. One implementation stands in electron/storage; nothing else touches
 * the files. Whatever a call here has acknowledged is on the disk (fsynced).
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

/** What can be read. Everything is the published state: never one that is still being written. */
export type ArchiveReader = {
  readonly folder: string;
  readonly info: ArchiveFile;
  tags(): Read<TagsFile>;
  sources(): Read<SourcesFile>;
  tasks(): Read<TasksFile>;
  searches(): Read<SearchesFile>;
  /** What was merged and waits for a choice. */
  conflicts(): Read<ConflictsFile>;
  labels(): Read<LabelsFile>;
  /** What happened, of all files that can be read. Fails where none can. */
  events(): Read<EventsFile>;
  /** The same file by file, `events.json` first, then `events/` by number; the last is where new ones go. */
  eventFiles(): Promise<readonly EventFile[]>;
  falls(): Read<FallsFile>;
  pad(): Read<PadFile>;
  /** What the archive should hold. */
  manifest(): Read<ManifestFile>;
  /** Ids of the articles that are not in the trash, sorted. */
  articleIds(): Promise<readonly ArticleId[]>;
  memoIds(): Promise<readonly MemoId[]>;
  article(id: ArticleId): Read<ArticleFile>;
  /** Read together with the article's record: a text that can't be compared with it is not handed out. */
  body(id: ArticleId): Read<VerifiedBody>;
  /** The bytes that were imported. Fails `text-not-restored` where they are gone or are others. */
  original(id: ArticleId): Read<Uint8Array>;
  annotations(id: ArticleId): Read<AnnotationsFile>;
  /** The translations of an article; none where nobody has translated it. */
  translations(id: ArticleId): Read<TranslationsFile>;
  memo(id: MemoId): Read<MemoFile>;
  /** The rounds of a memo and what was said of it; none where it never went to reviewers. */
  review(id: MemoId): Read<ReviewFile>;
  /** Ids of the archive's own forms that have a file, sorted; one can be without its form. */
  formIds(): Promise<readonly FormId[]>;
  /** A deleted one too; null where there is none. */
  form(id: FormId): Read<OwnForm | null>;
  /** Ids of the boards that have a file, sorted; one can be without its board. */
  boardIds(): Promise<readonly BoardId[]>;
  /** A deleted one too; without a board where there is none. */
  board(id: BoardId): Read<BoardFile>;
  /** Ids of the snapshots of a memo that is not in the trash, sorted: the oldest first. */
  snapshotIds(id: MemoId): Promise<readonly SnapshotId[]>;
  snapshot(memoId: MemoId, id: SnapshotId): Read<SnapshotFile>;
  /** A picture in the folder of an article or a memo that is not in the trash. */
  picture(holder: RecordFolder, picture: PictureName): Promise<FoundPicture>;
  /** A picture in the folder of whichever memo has it, those in the trash too; null where none has. */
  findPicture(picture: PictureName): Promise<Uint8Array | null>;
  /** What lies in trash/, readable but not changeable. */
  trashedArticles(): Promise<readonly TrashedArticle[]>;
  trashedMemos(): Promise<readonly TrashedMemo[]>;
  /** What lies in trash/ and can't be read, so that it is missing from those two. */
  trashFaults(): Promise<readonly TrashFault[]>;
  /** The conflict copies of a sync that were merged and lie in trash/copies, the last first. */
  keptCopies(): Promise<readonly KeptCopy[]>;
};

/**
 * `other`: something is there under its name, and does not have its hash; `unreadable`: it can't be read now, and may
 * be sound.
 */
export type FoundPicture =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'nothing' | 'other' | 'unreadable' };

/**
 * A body as it was read. Where the hash of its canonical text is not that of the record, another hand has changed it.
 */
export type VerifiedBody = BodyFile & { readonly textSha256: Sha256 };

export type TrashedArticle = { readonly id: ArticleId; readonly deletedAtMs: number } & ArticleFile &
  Pick<AnnotationsFile, 'about' | 'passages'>;
export type TrashedMemo = { readonly id: MemoId; readonly deletedAtMs: number } & MemoFile;

/** A file of events, and why it can't be read where that is so. */
export type EventFile = HeldEvents & { readonly fault: AppError | null };

/** A conflict copy in the trash, under the name that it had in the archive, and since when it lies there. */
export type KeptCopy = { readonly name: string; readonly keptAtMs: number };

/** An article or a memo in the trash of which a file can't be read. */
export type TrashFault = RecordFolder & { readonly error: AppError };

/** An article that is new: written as articles/.incoming-<id>, then renamed. */
export type NewArticle = {
  readonly article: ArticleRecord;
  readonly body: Body;
  readonly annotations: Omit<AnnotationsFile, 'version'>;
  /** Of one that comes out of a backup, or is a new version; left out where there are none. */
  readonly translations?: Omit<TranslationsFile, 'version'>;
  readonly original: Uint8Array;
  /** Those that the body names, and the pixels of regions of pages. */
  readonly pictures?: readonly PictureFile[];
};
/** A body with the sealed text, for an article whose own has another or is damaged. */
export type RestoredBody = { readonly articleId: ArticleId; readonly body: Body };
/** Bytes with the hash that names them. */
export type PictureFile = { readonly picture: PictureName; readonly bytes: Uint8Array };
/** A picture for an article or a memo that is there. */
export type NewPicture = PictureFile & { readonly holder: RecordFolder };
export type NewMemo = Omit<MemoFile, 'version'> & {
  /** Of one that comes out of a backup. */
  readonly rounds?: readonly Round[];
  readonly remarks?: readonly Remark[];
  readonly pictures?: readonly PictureFile[];
};

/**
 * What an act wants done. Written in the order: records of tags and sources, articles that are new or come back, other
 * records, snapshots and pictures, memos, what goes to the trash (references before referrers), so that a crash leaves
 * at most an unused tag or source. A record whose `before` is not what is stored makes the act fail with
 * `changed-since`.
 */
export type Outcome<T> = {
  readonly value: T;
  readonly name: StepName;
  readonly changes: readonly Change[];
  readonly newArticles?: readonly NewArticle[];
  readonly newMemos?: readonly NewMemo[];
  /** Of memos that are there. They are never changed or removed again, so no step of undo takes one back. */
  readonly newSnapshots?: readonly Snapshot[];
  /** Of articles and memos that are there, for what the act writes of them. No step of undo takes one back. */
  readonly newPictures?: readonly NewPicture[];
  /** What is in their place is kept beside them; no step of undo brings it back. */
  readonly restoredBodies?: readonly RestoredBody[];
};

/** Who follows an act over many files, and may end it. */
export type ActWatch = {
  /** Hears of each file that was looked at before the first is written. */
  readonly onPlanned?: (done: number, total: number) => void;
  /** Hears of each file that the act has written. */
  readonly onWritten?: (done: number, total: number) => void;
  /** Ends the act between two files: what it has written is rolled back, and it fails `cancelled`. */
  readonly signal?: AbortSignal;
};

export type PerformOptions = ActWatch & {
  /** Acts with the same edit id that follow each other are one step of undo. */
  readonly editId?: string;
  /** The act can't be undone: it is no step of undo. For what empties the trash. */
  readonly isFinal?: boolean;
  /**
   * What is written came from another hand: an edit that was begun before it and writes over it is refused once, as
   * with what another program has written itself, and the window is told.
   */
  readonly isFromOutside?: boolean;
  /** Whoever asks has both versions in sight: what another program has changed is written over without asking. */
  readonly knowsOutside?: boolean;
};

/**
 * What a look at a conflict copy finds, which a sync has laid beside a file. `records`: those of a file that changes.
 * `same`: it holds nothing that the file does not. Else it is left where it is, and why.
 */
export type FoundCopy =
  | { readonly kind: 'records'; readonly file: MutableFile; readonly content: MutableContent }
  | { readonly kind: 'same' | 'nothing' }
  | { readonly kind: 'left'; readonly why: LeftCopyReason };

/** What a look at the manifest finds. */
export type FoundLosses = {
  /** When the look began: what was touched before it, and is not named, was as it should be. */
  readonly startedMs: number;
  readonly losses: readonly ManifestLoss[];
  /**
   * `missing`: there was none, and it was made of what lies there; `unreadable`: it can't be read, and nothing was
   * looked for.
   */
  readonly manifest: 'kept' | 'missing' | 'unreadable';
  /** How many entries of an encrypted archive were passed over, since its key does not vouch for them. */
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
  /**
   * The age identity that opens the files of an encrypted archive, for helpers that read them; null of one in the
   * clear.
   */
  readonly identity: string | null;
  /** What the person is to hear of its encryption, after it was opened; null where there is nothing. */
  readonly encryptionNotice: EncryptionNotice | null;
  /** Fails `wrong-passphrase`, `not-encrypted` or `key-damaged`. */
  checkPassphrase(passphrase: string): Promise<Result<null, AppError>>;
  /**
   * The key stays as it is, and is opened by another passphrase. Fails as checkPassphrase, and `passphrase-too-short`.
   */
  changePassphrase(from: string, to: string): Promise<Result<null, AppError>>;
  /**
   * Runs one act alone (acts of an archive queue up), writes its outcome, keeps it as a step of undo, and only
   * then resolves. `changes` may be empty: then nothing is written and no step is kept. When a write fails, what
   * was already written of the act is rolled back and the error says which file and why.
   *
   * Nothing is written where the archive is not there any more (`archive-gone`) or its lock is lost (`lock-lost`).
   * Where another program has changed a file that the act writes, that is taken over, and `act` runs again on it: it
   * must not do anything but read. Where both have changed the same, the act is refused, `changed-outside`.
   */
  perform<T>(
    act: (reader: ArchiveReader) => Promise<Result<Outcome<T>, AppError>>,
    options?: PerformOptions,
  ): Promise<Result<T, AppError>>;
  /**
   * Writes the last step backwards where its records still equal `after`. Else `changed-since`: nothing is written,
   * and the step is dropped, so that the one before it can be undone. Ended by `signal` the step stays. An import that
   * is undone lies in the trash.
   */
  undo(watch?: ActWatch): Promise<Result<Step, AppError>>;
  redo(watch?: ActWatch): Promise<Result<Step, AppError>>;
  undoState(): UndoState;
  /** The steps that can be undone, or done again; the next one first. */
  steps(direction: 'undo' | 'redo'): readonly Step[];
  /**
   * Does what a check has planned, between two acts, and no step of undo: it is taken back by the name of its folder,
   * also in a later session. A file that is sound in memory takes that content, which is newer than any version before
   * it.
   */
  repair(plan: RepairPlan): Promise<Result<RepairDone, AppError>>;
  /** Brings back what a repair has removed. Fails `nothing-to-undo`. */
  takeBackRepair(folder: string): Promise<Result<TakenBack, AppError>>;
  /** The last repair that was not taken back. */
  lastRepair(): Promise<LastRepair | null>;
  /** Deletes the articles and memos of those ids from trash/ for ever. Answers how many went. */
  emptyTrash(ids: ReadonlySet<string>): Promise<Result<number, AppError>>;
  /** Deletes the kept copies of those names for ever. Answers how many went. */
  removeCopies(names: readonly string[]): Promise<Result<number, AppError>>;
  onChanged(listener: (changed: ArchiveChanged) => void): () => void;
  onSaveState(listener: (state: Events['save-state']) => void): () => void;
  /**
   * Hears of what another program has taken back without knowing of it: an earlier version in the place of one of ours.
   */
  onTakenBack(listener: (changes: readonly RecordChange[]) => void): () => void;
  /** Hears of what another program has changed, once it was taken over; `onChanged` has heard of it before. */
  onChangedOutside(listener: (changed: Events['changed-outside']) => void): () => void;
  /**
   * Looks at files that were written, came or went, by their names in the archive, and takes over what another program
   * has made of them: `onChanged` and `onChangedOutside` hear of it. What was written here is no such change. Null
   * looks at all that is in memory. A file that can't be read is looked at again later: it may be in the making.
   */
  lookOutside(names: readonly string[] | null): Promise<void>;
  /**
   * Looks whether all is there that the manifest names, and what is written once is as it was, where its file was
   * touched since then; enters what has no entry. Takes long in a large archive, and holds up nothing. Null where the
   * archive may not be there any more.
   */
  findLosses(sinceMs: number): Promise<FoundLosses | null>;
  /**
   * Reads what may be a conflict copy, by its name in the archive; `nothing` where it is none, or gone. One whose name
   * no sync would give it is read as one where `isAsked`: a person says so.
   */
  readCopy(name: string, isAsked?: boolean): Promise<FoundCopy>;
  /** Moves a conflict copy to trash/copies. Answers where it lies now. */
  putAwayCopy(name: string): Promise<Result<string, AppError>>;
  /** Whether an act of this session has replaced just this version of a record: whoever holds it holds an older one. */
  wasReplacedHere(record: object): boolean;
  /**
   * What was taken over shows everywhere, and no text is being typed that does not know of it. Until then an act that
   * writes over a change of another program is refused once, `changed-outside`.
   */
  seeOutsideChanges(): void;
  /** Why nothing can be written now, by a look at the folder and the lock; null where nothing stands in the way. */
  refusal(): ArchiveRefusal | null;
  /** Hears when that has changed, whoever has looked. */
  onRefusal(listener: (refusal: ArchiveRefusal | null) => void): () => void;
  /** After `lock-lost`: takes the lock again if nobody else holds it, else `archive-locked`. */
  takeLock(): Promise<Result<null, AppError>>;
  onRepaired(listener: (repaired: Events['file-repaired']) => void): () => void;
  /** The repairs of this session that the analyst has not seen yet, the oldest first. */
  repairs(): readonly Events['file-repaired'][];
  /** The analyst has seen what was repaired of that file; it is heard of again where it is damaged again. */
  seeRepair(file: string): void;
  /** Waits for what is being written, then gives up the lock. */
  close(): Promise<void>;
};
