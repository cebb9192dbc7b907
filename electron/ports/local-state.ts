/** What is kept on this machine (userData) and never in the archive: settings and reading positions. */
import type { TrashDays } from '#domain/archive/trash-days.ts';
import type { BackupPlan } from '#domain/backup/backup-plan.ts';
import type { Settings } from '#domain/contract/settings.ts';
import type { KeptPlace } from '#domain/contract/window-record.ts';
import type { ArchiveId, ArticleId } from '#domain/ids.ts';
import type { InboxPlan } from '#domain/inbox/inbox-plan.ts';
import type { CalendarDate, Timestamp } from '#domain/time.ts';
import type { TranslatorProgram } from './translator.ts';

/** A file that did not fit: its bytes are kept as `keptAs`, null where the system would not rename it. */
export type StateDamage = { readonly fileName: string; readonly keptAs: string | null };

/** Where reading of an article stopped. */
export type ReadingPlace = {
  /** A UTF-16 offset of the article's canonical text. */
  readonly offset: number;
  /** How much of the text has come into sight, in any visit: 0 to 1. */
  readonly share: number;
  /** When it was kept; null where an earlier version of the app did. */
  readonly at: Timestamp | null;
};

export type LocalState = {
  /** The settings could not be read, and the usual ones hold; null where they could. */
  readonly damage: StateDamage | null;
  settings(): Settings;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  onSettingsChanged(listener: (settings: Settings) => void): () => void;
  /** The beginning where none is kept. */
  readingPlace(articleId: ArticleId): ReadingPlace;
  /** Of all articles that were read, the longest ago first. */
  readingPlaces(): ReadonlyMap<ArticleId, ReadingPlace>;
  /** The articles that were read last, the latest first. */
  recentlyRead(limit: number): readonly ArticleId[];
  keepReadingPlace(articleId: ArticleId, place: ReadingPlace): Promise<void>;
  /** How long things have been seen in the trash of an archive, on this machine; null where nothing is kept. */
  trashDays(archiveId: ArchiveId): TrashDays | null;
  /** The program that translates; null where none is set. */
  translator(): TranslatorProgram | null;
  keepTranslator(program: TranslatorProgram | null): Promise<void>;
  /** Where memos were exported to last; null where no place was chosen yet. */
  exportFolder(): string | null;
  keepExportFolder(folder: string): Promise<void>;
  /** What is kept of the backups of an archive; null where nothing is. */
  backupPlan(archiveId: ArchiveId): BackupPlan | null;
  keepBackupPlan(archiveId: ArchiveId, plan: BackupPlan): Promise<void>;
  /** What is kept of the inbox of an archive; null where nothing is. */
  inboxPlan(archiveId: ArchiveId): InboxPlan | null;
  keepInboxPlan(archiveId: ArchiveId, plan: InboxPlan): Promise<void>;
  /** The day on which the due tasks of an archive were told last; null where they never were. */
  tasksToldOn(archiveId: ArchiveId): CalendarDate | null;
  /** When the manifest of an archive was last found to be kept in all, in milliseconds; null where it never was. */
  manifestSeenAt(archiveId: ArchiveId): number | null;
  keepManifestSeenAt(archiveId: ArchiveId, atMs: number): Promise<void>;
  keepTasksToldOn(archiveId: ArchiveId, day: CalendarDate): Promise<void>;
  keepTrashDays(archiveId: ArchiveId, days: TrashDays): Promise<void>;
  /** Where the window of an archive was left; null where it never was. */
  windowPlace(archiveId: ArchiveId): KeptPlace | null;
  keepWindowPlace(archiveId: ArchiveId, place: KeptPlace): Promise<void>;
};
