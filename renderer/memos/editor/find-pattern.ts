/**
 * Looks for a regular expression with a limit of time. One such as `(a+)+$` can go on for hours over a line, and
 * nothing ends it within the thread where it runs; so it runs in one of its own, which is ended.
 */
import { type Found, findInTexts, type TextsSearch } from '#domain/text/find-in-text.ts';
import workerUrl from './pattern-worker.ts?worker&url';

/** The hits in each text; null where it took too long. */
export type PatternAnswer = readonly (readonly Found[])[] | null;

/** The start of the thread and all texts of a long memo are well within it. */
const LIMIT_MS = 1500;

/** Asks once; the question before is given up, and is never answered. */
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
      // There are no threads where editors are tested without a window.
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
