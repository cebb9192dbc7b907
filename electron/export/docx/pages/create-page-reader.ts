import type { HelperProcess } from '#electron/ports/helper-process.ts';
import type { PageNumbers, ReadPageNumbers } from '#electron/ports/memo-writer.ts';

/** The process that lays out one Word document: its bytes go in. */
export type LayoutProcess = HelperProcess<Uint8Array, PageNumbers>;

/**
 * Some 200 pages on an idle computer; a longer document is written without page numbers, as one that can't be laid
 * out.
 */
const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * Lays out each Word document in a process of its own, which ends with it: no PDF waits for it, and no document is
 * waited for longer than the time limit or after its export was cancelled.
 */
export const createPageReader =
  (spawn: () => LayoutProcess, timeoutMs = DEFAULT_TIMEOUT_MS): ReadPageNumbers =>
  (docx, signal) =>
    new Promise((settle) => {
      if (signal?.aborted === true) return settle({});
      const layout = spawn();
      const end = (numbers: PageNumbers): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        layout.kill();
        settle(numbers);
      };
      const giveUp = (): void => end({});
      const timer = setTimeout(giveUp, timeoutMs);
      signal?.addEventListener('abort', giveUp);
      layout.onAnswer(end);
      layout.onExit(giveUp);
      layout.send(docx);
    });
