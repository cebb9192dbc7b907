import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { PdfOptions } from '#domain/contract/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { err, type Result } from '#domain/result.ts';
import type { MadePdf, PdfMaker } from '#electron/ports/pdf-maker.ts';
import type { TypstAnswer, TypstProcess } from '../typst/typst-messages.ts';

export type PdfMakerDeps = {
  /** Starts the process; called when the first memo is to be made, and again after it has ended. */
  readonly spawn: () => TypstProcess;
  /** A compile that takes longer is given up, and its process with it. */
  readonly timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 60_000;

type Made = Result<MadePdf, AppError>;
type Job = {
  readonly id: number;
  readonly key: string;
  readonly document: MemoDocument;
  readonly options: PdfOptions;
  readonly settle: (made: Made) => void;
};
type Running = { readonly job: Job; readonly timer: ReturnType<typeof setTimeout> };

const cancelled: Made = err({ code: 'cancelled' });
const failed = (diagnostic: string): Made => err({ code: 'pdf-failed', diagnostics: [diagnostic] });

/** Where it can't be started, the next PDF tries again and says why. */
const startOrNull = (start: () => TypstProcess): TypstProcess | null => {
  try {
    return start();
  } catch {
    return null;
  }
};

/**
 * Makes PDFs in one process, one after the other. A newer request for the same key takes the place of one that
 * still waits. A process that crashes or hangs costs the request it was at; the next one gets a fresh process.
 */
export const createPdfMaker = ({ spawn, timeoutMs = DEFAULT_TIMEOUT_MS }: PdfMakerDeps): PdfMaker => {
  let process: TypstProcess | null = null;
  let running: Running | null = null;
  let waiting: readonly Job[] = [];
  let lastId = 0;
  let isClosed = false;

  const finish = (made: Made): void => {
    if (running === null) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    job.settle(made);
  };

  const start = (): TypstProcess => {
    const started = spawn();
    started.onAnswer(({ id, result }: TypstAnswer) => {
      if (running?.job.id !== id) return;
      finish(result);
      next();
    });
    started.onExit(() => {
      if (process !== started) return;
      process = null;
      finish(failed('the process that makes the PDF has ended'));
      next();
    });
    return started;
  };

  const giveUp = (): void => {
    const hung = process;
    process = null;
    hung?.kill();
    finish(failed(`not finished after ${timeoutMs / 1000} s`));
    next();
  };

  const next = (): void => {
    const [job, ...rest] = waiting;
    if (running !== null || job === undefined) return;
    waiting = rest;
    running = { job, timer: setTimeout(giveUp, timeoutMs) };
    try {
      process ??= start();
      process.send({ id: job.id, document: job.document, options: job.options });
    } catch (thrown) {
      finish(failed(thrown instanceof Error ? thrown.message : 'the process could not be started'));
      next();
    }
  };

  const supersede = (key: string): void => {
    for (const job of waiting) if (job.key === key) job.settle(cancelled);
    waiting = waiting.filter((job) => job.key !== key);
  };

  return {
    make: (document, options, key) =>
      new Promise((settle) => {
        if (isClosed) return settle(cancelled);
        supersede(key);
        lastId += 1;
        waiting = [...waiting, { id: lastId, key, document, options, settle }];
        next();
      }),
    warmUp: () => {
      if (!isClosed) process ??= startOrNull(start);
    },
    close: async () => {
      isClosed = true;
      for (const job of waiting) job.settle(cancelled);
      waiting = [];
      const last = process;
      process = null;
      finish(cancelled);
      last?.kill();
    },
  };
};
