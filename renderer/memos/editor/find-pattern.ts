/**
 * Searches for a regular expression with a time limit. A pattern such as `(a+)+$` can run for hours on one line, and
 * can't be stopped within its own thread; so it runs in a worker, which is terminated.
 */
import { type Found, findInTexts, type TextsSearch } from '#domain/text/find-in-text.ts';
import workerUrl from './pattern-worker.ts?worker&url';

/** The hits in each text; null if it took too long. */
export type PatternAnswer = readonly (readonly Found[])[] | null;

/** Starting the worker and searching a long memo take much less. */
const LIMIT_MS = 1500;

/** Handles one search at a time; the previous one is abandoned, and never resolves. */
export const createPatternFinder = (limitMs = LIMIT_MS) => {
  let running: { readonly worker: Worker; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const end = (): void => {
    if (running === null) return;
    clearTimeout(running.timer);
    running.worker.terminate();
    running = null;
  };
  return {
    end,
    ask: (question: TextsSearch, answer: (found: PatternAnswer) => void): void => {
      end();
      // Editors tested without a window have no workers.
      if (typeof Worker === 'undefined') {
        answer(findInTexts(question));
        return;
      }
      const worker = new Worker(workerUrl, { type: 'module' });
      const finish = (found: PatternAnswer): void => {
        end();
        answer(found);
      };
      worker.addEventListener('message', ({ data }: MessageEvent<PatternAnswer>) => finish(data));
      worker.addEventListener('error', () => finish(null));
      running = { worker, timer: setTimeout(() => finish(null), limitMs) };
      worker.postMessage(question);
    },
  };
};
