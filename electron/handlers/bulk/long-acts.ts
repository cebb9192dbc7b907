import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { ActWatch } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';

/** What lasts no longer than this is done before its progress could be read. */
const QUIET_MS = 500;
/** Progress is told so often at most. */
const TOLD_EVERY_MS = 100;

type Deps = Pick<HandlerDeps, 'emit' | 'machine'>;

/** Tells of the progress of an act that lasts; `end` says that it is over, if anything was told. */
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

/** Acts over many files that tell how far they are, and that can be ended between two. */
export type LongActs = {
  /** Runs the act with what it tells and what ends it. */
  run<T>(act: (watch: ActWatch) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>>;
  /** Ends all that are under way; their files are rolled back before they answer `cancelled`. */
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
          // Each file is looked at first, and then written.
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
