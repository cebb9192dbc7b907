/** Jobs on backups and zips of an archive: each runs in its own process. */
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

/** A backup in a folder; `archiveId` null: of the only archive with backups there; `backupId` null: the newest. */
export type BackupPlace = {
  readonly folder: string;
  readonly archiveId: ArchiveId | null;
  readonly backupId: string | null;
  /** Opens the files of an encrypted archive that is open now; absent or null otherwise. */
  readonly identity?: string | null;
  /** Opens the key in the backup itself, if nothing else is known. */
  readonly passphrase?: string;
};

/** An article, a memo or the pad of a backup. The title is null if the caller knows it from elsewhere. */
export type FoundRecord = RecordInBackup & { readonly title: string | null };

/** The faults of an archive, and what a repair would do. */
export type CheckedFolder = {
  readonly files: number;
  readonly findings: readonly CheckFinding[];
  /** Files that the archive has lost but a backup may have. */
  readonly lost: readonly string[];
  readonly plan: RepairPlan;
};

/** The input and output of each job. */
export type BackupJobs = {
  check: {
    takes: {
      /** The folder of the archive. */
      readonly root: string;
      /** Opens its files if it is encrypted, else null. */
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
      /** The folder chosen by the analyst. */
      readonly folder: string;
      /** Whether backups may start here. Otherwise a folder without any means that the disk is disconnected. */
      readonly mayFound: boolean;
      readonly nowMs: number;
    };
    gives: TakenBackup;
  };
  /** Deletes the unencrypted backups of an encrypted archive. */
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

/** Does a job without blocking main; however it ends, nothing is left half done. */
export type DoBackupJob = <D extends BackupJobName>(
  job: BackupJob<D>,
  watch: JobWatch,
) => Promise<Result<BackupJobs[D]['gives'], AppError>>;
