/** What is done with backups and with zips of an archive: each job runs in a process of its own. */
import type { RepairPlan } from '#domain/archive/plan-repair.ts';
import type {
  BackedUpRecord,
  BackupRow,
  PackedArchive,
  RecordInBackup,
  RestoredFiles,
  RestoreWhat,
  ShownJob,
  TakenBackup,
  TestedBackup,
} from '#domain/contract/backup.ts';
import type { CheckFinding } from '#domain/contract/check.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';

/** A backup in a folder; `archiveId` null: of the only archive that has any there; `backupId` null: the newest. */
export type BackupPlace = {
  readonly folder: string;
  readonly archiveId: ArchiveId | null;
  readonly backupId: string | null;
  /** What opens the files of an encrypted archive, as it is opened now; absent or null where nothing does. */
  readonly identity?: string | null;
  /** Opens the key that lies in the backup itself, where nothing else is known. */
  readonly passphrase?: string;
};

/** An article, a memo or the pad of a backup. The title of one that is at hand elsewhere is null. */
export type FoundRecord = RecordInBackup & { readonly title: string | null };

/** What is wrong with an archive, and what a repair would do. */
export type CheckedFolder = {
  readonly files: number;
  readonly findings: readonly CheckFinding[];
  /** The files of which a backup may hold what the archive holds no longer. */
  readonly lost: readonly string[];
  readonly plan: RepairPlan;
};

/** What each job takes and what it answers. */
export type BackupJobs = {
  check: {
    takes: {
      /** The folder of the archive. */
      readonly root: string;
      /** What opens its files where it is encrypted, else null. */
      readonly identity: string | null;
    };
    gives: CheckedFolder;
  };
  backup: {
    takes: {
      /** The folder of the archive. */
      readonly root: string;
      readonly archiveId: ArchiveId;
      readonly title: string;
      /** The folder that the analyst has chosen. */
      readonly folder: string;
      /** Whether backups may begin here. Else a folder without any is that of a disk that is away. */
      readonly mayFound: boolean;
      readonly nowMs: number;
    };
    gives: TakenBackup;
  };
  /** Deletes the backups of an encrypted archive that lie in the clear. */
  'remove-clear': {
    takes: { readonly folder: string; readonly archiveId: ArchiveId; readonly title: string };
    gives: { readonly removed: number; readonly hasUnreadable: boolean };
  };
  list: { takes: { readonly place: BackupPlace }; gives: readonly BackupRow[] };
  records: {
    takes: { readonly place: BackupPlace; readonly known: readonly string[] };
    gives: readonly FoundRecord[];
  };
  'read-record': {
    takes: { readonly place: BackupPlace; readonly what: RecordInBackup };
    gives: BackedUpRecord;
  };
  restore: {
    takes: { readonly place: BackupPlace; readonly what: RestoreWhat; readonly to: string };
    gives: RestoredFiles;
  };
  test: { takes: { readonly place: BackupPlace; readonly temporary: string }; gives: TestedBackup };
  pack: { takes: { readonly root: string; readonly to: string }; gives: PackedArchive };
  unpack: { takes: { readonly file: string; readonly to: string }; gives: RestoredFiles };
};
export type BackupJobName = keyof BackupJobs;
export type ShownJobName = Extract<BackupJobName, ShownJob>;
export type BackupJob<D extends BackupJobName = BackupJobName> = {
  [Name in D]: { readonly kind: Name } & BackupJobs[Name]['takes'];
}[D];

export type JobWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** Does a job. Main is never held by it; its end, however it comes, leaves nothing half done. */
export type DoBackupJob = <D extends BackupJobName>(
  job: BackupJob<D>,
  watch: JobWatch,
) => Promise<Result<BackupJobs[D]['gives'], AppError>>;
