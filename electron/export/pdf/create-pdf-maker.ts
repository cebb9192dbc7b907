import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, type Result } from '#domain/result.ts';
import type { MadePdf, PdfMaker, StyleCitations } from '#electron/ports/pdf-maker.ts';
import type { TypstAnswer, TypstProcess, TypstRequest } from '../typst/typst-messages.ts';

export type PdfMakerDeps = {
  /** Starts the process; called when the first memo is to be made, and again after it has ended. */
  readonly spawn: () => TypstProcess;
  /** A compilation that takes longer is abandoned, and its process ended. */
  readonly timeoutMs?: number;
};

/** The functions of the process. */
export type TypstEngine = PdfMaker & { readonly styleCitations: StyleCitations };

const DEFAULT_TIMEOUT_MS = 60_000;

type Made = Result<MadePdf, AppError>;
type Job = {
  readonly request: TypstRequest;
  /** A newer request with the same key replaces it. */
  readonly key: string;
  readonly answer: (answer: TypstAnswer) => void;
  readonly fail: (failure: Result<never, AppError>) => void;
};
type Running = { readonly job: Job; readonly timer: ReturnType<typeof setTimeout> };

type Failure = Result<never, AppError>;

const cancelled: Failure = err({ code: 'cancelled' });
const failed = (diagnostic: string): Failure => err({ code: 'pdf-failed', diagnostics: [diagnostic] });
const UNASKED = 'the process answered something else';

/** If the process can't be started, the next request tries again and reports the reason. */
const startOrNull = (start: () => TypstProcess): TypstProcess | null => {
  try {
    return start();
  } catch {
    return null;
  }
};

type JobQueue = Pick<PdfMaker, 'warmUp' | 'close'> & {
  readonly enqueue: (makeJob: (id: number) => Job) => void;
};

const createJobQueue = ({ spawn, timeoutMs = DEFAULT_TIMEOUT_MS }: PdfMakerDeps): JobQueue => {
  let process: TypstProcess | null = null;
  let running: Running | null = null;
  let waiting: readonly Job[] = [];
  let lastId = 0;
  let isClosed = false;

  const finish = (settle: (job: Job) => void): void => {
    if (running === null) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    settle(job);
  };
  const fail = (failure: Failure): void => finish((job) => job.fail(failure));

  const start = (): TypstProcess => {
    const started = spawn();
    started.onAnswer((answer: TypstAnswer) => {
      if (running?.job.request.id !== answer.id) return;
      finish((job) => job.answer(answer));
      next();
    });
    started.onExit(() => {
      if (process !== started) return;
      process = null;
      fail(failed('the process that makes the PDF has ended'));
      next();
    });
    return started;
  };

  const giveUp = (): void => {
    const hung = process;
    process = null;
    hung?.kill();
    fail(failed(`not finished after ${timeoutMs / 1000} s`));
    next();
  };

  const next = (): void => {
    const [job, ...rest] = waiting;
    if (running !== null || job === undefined) return;
    waiting = rest;
    running = { job, timer: setTimeout(giveUp, timeoutMs) };
    try {
      process ??= start();
      process.send(job.request);
    } catch (thrown) {
      fail(failed(thrown instanceof Error ? thrown.message : 'the process could not be started'));
      next();
    }
  };

  const supersede = (key: string): void => {
    for (const job of waiting) if (job.key === key) job.fail(cancelled);
    waiting = waiting.filter((job) => job.key !== key);
  };

  return {
    enqueue: (makeJob) => {
      lastId += 1;
      const job = makeJob(lastId);
      supersede(job.key);
      if (isClosed) job.fail(cancelled);
      else waiting = [...waiting, job];
      next();
    },
    warmUp: () => {
      if (!isClosed) process ??= startOrNull(start);
    },
    close: async () => {
      isClosed = true;
      for (const job of waiting) job.fail(cancelled);
      waiting = [];
      fail(cancelled);
      process?.kill();
      process = null;
    },
  };
};

/**
 * Makes PDFs in one process, one after the other. A newer request replaces a waiting one with the same key. If the
 * process crashes or hangs, only the current request fails; the next one gets a new process.
 */
export const createPdfMaker = (deps: PdfMakerDeps): TypstEngine => {
  const { enqueue, warmUp, close } = createJobQueue(deps);
  return {
    make: (document, options, key) =>
      new Promise<Made>((settle) => {
        enqueue((id) => ({
          request: { id, document, options },
          key,
          answer: (answer) => settle('result' in answer ? answer.result : failed(UNASKED)),
          fail: settle,
        }));
      }),
    styleCitations: (citations) =>
      new Promise((settle) => {
        enqueue((id) => ({
          request: { id, citations },
          key: `citations ${id}`,
          answer: (answer) => settle('styled' in answer ? answer.styled : err(UNASKED)),
          fail: () => settle(err('The engine of citation styles has not answered.')),
        }));
      }),
    warmUp,
    close,
  };
};
