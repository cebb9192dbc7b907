import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, type Result } from '#domain/result.ts';
import type {
  BackupJob,
  BackupJobName,
  BackupJobs,
  DoBackupJob,
  JobWatch,
} from '#electron/ports/backup-jobs.ts';
import type { BackupAnswer, BackupProcess } from './backup-messages.ts';

type Deps = {
  /** Starts a process for one job. */
  readonly spawn: () => BackupProcess;
  readonly report: (failure: string) => void;
};

const ended: Result<never, AppError> = err({ code: 'helper-ended' });

type Settle = (result: Result<unknown, AppError>) => void;

/** Hears what the process says of its job, and how that ends. */
const listen =
  (job: BackupJob, report: Deps['report'], onProgress: JobWatch['onProgress'], settle: Settle) =>
  (answer: BackupAnswer): void => {
    if (answer.kind === 'progress') onProgress(answer.done, answer.total);
    else if (answer.kind === 'done') settle(answer.result);
    else {
      report(`a ${job.kind} has failed: ${answer.why}`);
      settle(ended);
    }
  };

/** Does each job in a process of its own, which ends with it. */
export const createBackupJobs = ({ spawn, report }: Deps): DoBackupJob => {
  const run = (job: BackupJob, { signal, onProgress }: JobWatch): Promise<Result<unknown, AppError>> =>
    new Promise((resolve) => {
      const helper = spawn();
      const cancel = (): void => helper.send({ kind: 'cancel' });
      const settle: Settle = (result) => {
        signal.removeEventListener('abort', cancel);
        resolve(result);
        helper.kill();
      };
      helper.onAnswer(listen(job, report, onProgress, settle));
      helper.onExit(() => settle(ended));
      helper.send({ kind: 'do', job });
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
    });
  // The process answers what the job of that name gives.
  return <D extends BackupJobName>(job: BackupJob<D>, watch: JobWatch) =>
    run(job as BackupJob, watch) as Promise<Result<BackupJobs[D]['gives'], AppError>>;
};
