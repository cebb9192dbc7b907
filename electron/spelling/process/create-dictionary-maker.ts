import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { DictionaryFailure } from '#domain/contract/errors/common-errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { DictionaryMaker } from '#electron/ports/dictionary-maker.ts';
import type {
  DictionaryAnswer,
  DictionaryJob,
  DictionaryJobName,
  DictionaryJobs,
  DictionaryProcess,
} from './dictionary-messages.ts';

type Deps = {
  /** Starts a process for one job. */
  readonly spawn: () => DictionaryProcess;
  readonly report: (failure: string) => void;
};

/** The largest available dictionary takes four seconds. */
const LIMIT_MS = 60_000;

/**
 * Reads and converts in a new process for each job: a malicious file only affects that process, and main is never
 * blocked.
 */
export const createDictionaryMaker = ({ spawn, report }: Deps): DictionaryMaker => {
  let end: () => void = () => undefined;

  const run = (job: DictionaryJob): Promise<Result<unknown, AppError>> =>
    new Promise((resolve) => {
      const helper = spawn();
      const refused = (why: DictionaryFailure): Result<never, AppError> =>
        err({ code: 'dictionary-refused', file: job.paths.map((path) => basename(path)).join(', '), why });
      const settle = (result: Result<unknown, AppError>): void => {
        clearTimeout(timer);
        resolve(result);
        helper.kill();
      };
      const timer = setTimeout(() => settle(refused('took-too-long')), LIMIT_MS);
      end = () => settle(err({ code: 'cancelled' }));
      helper.onAnswer((answer: DictionaryAnswer) => {
        if (answer.kind === 'done') settle(ok(answer.gives));
        else if (answer.kind === 'refused') settle(refused(answer.why));
        else {
          report(`a dictionary could not be read: ${answer.why}`);
          settle(refused('not-a-dictionary'));
        }
      });
      // It ran out of memory.
      helper.onExit(() => settle(refused('too-large')));
      helper.send(job);
    });
  // The process answers with the output of that job.
  const give = <D extends DictionaryJobName>(job: DictionaryJob<D>) =>
    run(job as DictionaryJob) as Promise<Result<DictionaryJobs[D]['gives'], AppError>>;

  return {
    look: (paths) => give<'look'>({ kind: 'look', paths }),
    make: (paths, place) => give<'make'>({ kind: 'make', paths, place }),
    cancel: () => end(),
  };
};
