import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { changeArticles } from './change-articles.ts';
import { changePassages } from './change-passages.ts';
import { rateSource } from './rate-source.ts';
import { splitTag } from './split-tag.ts';

/** What lasts no longer than this is done before its progress could be read. */
const QUIET_MS = 500;
/** Progress is told so often at most. */
const TOLD_EVERY_MS = 100;

/** Tells of the progress of an act that lasts; `end` says that it is over, if anything was told. */
const createProgress = ({ emit, machine: { nowMs } }: Pick<HandlerDeps, 'emit' | 'machine'>) => {
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

/** The use cases of many passages or articles at once. */
export const createBulkHandlers = (deps: HandlerDeps): HandlersOn<'bulk'> => {
  const underWay = new Set<AbortController>();
  const run = async <T>(
    change: (options: PerformOptions) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>> => {
    const ending = new AbortController();
    const progress = createProgress(deps);
    underWay.add(ending);
    try {
      return await change({ signal: ending.signal, onWritten: progress.tell });
    } finally {
      underWay.delete(ending);
      progress.end();
    }
  };
  return {
    /**
     * Does one change to each of the passages, in whatever articles: all or nothing, one step of undo. Fails
     * `not-found` where one of them, a tag or a source is gone, `not-confirmed` as for a single passage, `cancelled`.
     */
    'bulk:change-passages': (input) => run((options) => changePassages(deps, input, options)),

    /** As for passages. Fails `not-found` where an article, a tag or a source is gone, `cancelled`. */
    'bulk:change-articles': (input) => run((options) => changeArticles(deps, input, options)),

    /** See splitTag. Fails `not-found` where the tag or a passage is gone, `cancelled`. */
    'bulk:split-tag': (input) => run((options) => splitTag(deps, input, options)),

    /** See rateSource. Fails `not-found` where the source is gone, `cancelled`. */
    'bulk:rate-source': (input) => run((options) => rateSource(deps, input, options)),

    /** Ends what is under way; its files are rolled back before it answers `cancelled`. */
    'bulk:cancel': async () => {
      for (const ending of underWay) ending.abort();
      return ok(null);
    },
  };
};
