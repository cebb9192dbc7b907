import { planRepair } from '#domain/archive/plan-repair.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { BackupJob, BackupJobName, BackupJobs, JobWatch } from '#electron/ports/backup-jobs.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { lostIn } from '#electron/storage/check/findings.ts';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { isGitUnfinished } from '#electron/storage/folder/git-repository.ts';
import { JobStop, stopIfCancelled } from '../backup-stop.ts';
import { listBackups, openBackup } from '../open-backup.ts';
import { packArchive } from '../pack-archive.ts';
import { listRecords, readRecord } from '../record-in-backup.ts';
import { removeClearBackups } from '../repository/clear-backups.ts';
import { restoreBackup, testBackup } from '../restore-backup.ts';
import { takeBackup } from '../take-backup.ts';
import { unpackArchive } from '../unpack-archive.ts';

type Doers = {
  readonly [D in BackupJobName]: (job: BackupJob<D>, watch: JobWatch) => Promise<BackupJobs[D]['gives']>;
};

/** Only reads, so that the archive may be open meanwhile. Pictures stay: an undo may want one back. */
const check: Doers['check'] = async ({ root, identity }, { signal, onProgress }) => {
  const codec = identity === null ? plainCodec : createAgeCodec(identity, { takesClear: false });
  const place = { root, codec, isMergeStopped: isGitUnfinished(root) };
  const { findings, stats } = await checkArchive(place, (done, total) => {
    stopIfCancelled(signal);
    onProgress(done, total);
  });
  return {
    files: stats.files,
    findings: findings.map(({ file, says, isRepairable }) => ({ file, says, isRepairable })),
    lost: lostIn(findings),
    plan: planRepair(findings, []),
  };
};

const doers: Doers = {
  check,
  backup: takeBackup,
  'remove-clear': removeClearBackups,
  list: ({ place }) => listBackups(place),
  records: async ({ place, known }) => listRecords(await openBackup(place), new Set(known)),
  'read-record': async ({ place, what }) => readRecord(await openBackup(place), what),
  restore: ({ place, what, to }, watch) => restoreBackup(place, what, to, watch),
  test: ({ place, temporary }, watch) => testBackup(place, temporary, watch),
  pack: ({ root, to }, watch) => packArchive(root, to, watch),
  unpack: ({ file, to }, watch) => unpackArchive(file, to, watch),
};

/** Does one job. What it can't do in an expected way is its answer; a bug is thrown. */
export const doJob = async <D extends BackupJobName>(
  job: BackupJob<D>,
  watch: JobWatch,
): Promise<Result<BackupJobs[D]['gives'], AppError>> => {
  try {
    // The doer of a name takes the job of that name; TypeScript can't follow the pair through the index.
    const doer = doers[job.kind] as (job: BackupJob<D>, watch: JobWatch) => Promise<BackupJobs[D]['gives']>;
    return ok(await doer(job, watch));
  } catch (cause) {
    if (cause instanceof JobStop) return err(cause.error);
    throw cause;
  }
};
