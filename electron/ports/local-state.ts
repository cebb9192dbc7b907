/** State of this machine (userData) that is never in the archive: settings and reading places. */
import type { TrashDays } from '#domain/archive/trash-days.ts';
import type { BackupPlan } from '#domain/backup/backup-plan.ts';
import type { Settings } from '#domain/contract/settings.ts';
import type { KeptPlace } from '#domain/contract/window-record.ts';
import type { ArchiveId, ArticleId } from '#domain/ids.ts';
import type { InboxPlan } from '#domain/inbox/inbox-plan.ts';
import type { CalendarDate, Timestamp } from '#domain/time.ts';
import type { TranslatorProgram } from './translator.ts';

/** An invalid file: its bytes are kept as `keptAs`, null if the system would not rename it. */
export type StateDamage = { readonly fileName: string; readonly keptAs: string | null };

/** Where reading of an article stopped. */
export type ReadingPlace = {
  /** A UTF-16 offset of the article's canonical text. */
  readonly offset: number;
  /** The largest share of the text that has been in view: 0 to 1. */
  readonly share: number;
  /** When it was saved; null if by an earlier version of the app. */
  readonly at: Timestamp | null;
};

export type LocalState = {
  /** The settings could not be read, and defaults apply; null if they could. */
  readonly damage: StateDamage | null;
  settings(): Settings;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  onSettingsChanged(listener: (settings: Settings) => void): () => void;
  /** The beginning if none is stored. */
  readingPlace(articleId: ArticleId): ReadingPlace;
  /** For all read articles, the least recent first. */
  readingPlaces(): ReadonlyMap<ArticleId, ReadingPlace>;
  /** The most recently read articles, the latest first. */
  recentlyRead(limit: number): readonly ArticleId[];
  keepReadingPlace(articleId: ArticleId, place: ReadingPlace): Promise<void>;
  /** Since when items have been seen in the trash of an archive, on this machine; null if unknown. */
  trashDays(archiveId: ArchiveId): TrashDays | null;
  /** The translation program; null if none is set. */
  translator(): TranslatorProgram | null;
  keepTranslator(program: TranslatorProgram | null): Promise<void>;
  /** The last folder for exported memos; null if none was chosen yet. */
  exportFolder(): string | null;
  keepExportFolder(folder: string): Promise<void>;
  /** The backup plan of an archive; null if there is none. */
  backupPlan(archiveId: ArchiveId): BackupPlan | null;
  keepBackupPlan(archiveId: ArchiveId, plan: BackupPlan): Promise<void>;
  /** The inbox plan of an archive; null if there is none. */
  inboxPlan(archiveId: ArchiveId): InboxPlan | null;
  keepInboxPlan(archiveId: ArchiveId, plan: InboxPlan): Promise<void>;
  /** The day of the last notification about due tasks of an archive; null if there was none. */
  tasksToldOn(archiveId: ArchiveId): CalendarDate | null;
  /** When the manifest of an archive was last found to be fully met, in milliseconds; null if never. */
  manifestSeenAt(archiveId: ArchiveId): number | null;
  keepManifestSeenAt(archiveId: ArchiveId, atMs: number): Promise<void>;
  keepTasksToldOn(archiveId: ArchiveId, day: CalendarDate): Promise<void>;
  keepTrashDays(archiveId: ArchiveId, days: TrashDays): Promise<void>;
  /** The last place of an archive's window; null if there is none. */
  windowPlace(archiveId: ArchiveId): KeptPlace | null;
  keepWindowPlace(archiveId: ArchiveId, place: KeptPlace): Promise<void>;
};
