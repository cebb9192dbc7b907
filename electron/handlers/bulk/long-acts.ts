import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { ActWatch } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** A shorter act ends before its progress could be read. */
const QUIET_MS = 500;
/** The shortest time between two progress events. */
const TOLD_EVERY_MS = 100;

type Deps = Pick<HandlerDeps, 'emit' | 'machine'>;

/** Sends the progress of a long act; `end` sends that it is over, if any progress was sent. */
const createProgress = ({ emit, machine: { nowMs } }: Deps) => {
  const startedAtMs = nowMs();
  let toldAtMs = startedAtMs + QUIET_MS - TOLD_EVERY_MS;
  let hasTold = false;
  return {
    tell(done: number, total: number): void {
      if (nowMs() - toldAtMs < TOLD_EVERY_MS) return;
      toldAtMs = nowMs();
      hasTold = true;
      emit('bulk-progress', { done, total });
    },
    end(): void {
      if (hasTold) emit('bulk-progress', { done: 1, total: 1 });
    },
  };
};

/** Acts over many files that report their progress, and that can be cancelled between two files. */
export type LongActs = {
  /** Runs the act with a progress listener and an abort signal. */
  run<T>(act: (watch: ActWatch) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>>;
  /** Cancels all running acts; their files are rolled back before they answer `cancelled`. */
  cancelAll(): void;
};

export const createLongActs = (deps: Deps): LongActs => {
  const underWay = new Set<AbortController>();
  return {
    async run(act) {
      const ending = new AbortController();
      const progress = createProgress(deps);
      underWay.add(ending);
      try {
        return await act({
          signal: ending.signal,
          // Each file is first read, and then written.
          onPlanned: (done, total) => progress.tell(done, 2 * total),
          onWritten: (done, total) => progress.tell(total + done, 2 * total),
        });
      } finally {
        underWay.delete(ending);
        progress.end();
      }
    },
    cancelAll() {
      for (const ending of underWay) ending.abort();
    },
  };
};
