/** Work that ends sooner shows no progress. */
const SHOWN_AFTER_MS = 1000;
const SHOWN_EVERY_MS = 100;

/** The progress of a long task, in one line of the terminal that is overwritten. */
export type ProgressLine = {
  /** @param doing as a sentence begins: "Encrypting the files" */
  readonly show: (doing: string, done: number, total: number) => void;
  /** Removes the line. */
  readonly clear: () => void;
};

export type ProgressLineOptions = {
  /** Whether the output is a terminal: nothing is written to a file or a pipe. */
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
  readonly nowMs: () => number;
};

/** Returns to the beginning of the line and clears it (ECMA-48, EL). */
const CLEARED = '\r\u001b[K';

export const createProgressLine = ({ isTerminal, write, nowMs }: ProgressLineOptions): ProgressLine => {
  const begunMs = nowMs();
  let shownMs: number | null = null;
  return {
    show(doing, done, total) {
      const atMs = nowMs();
      const isDue =
        atMs - begunMs >= SHOWN_AFTER_MS && (shownMs === null || atMs - shownMs >= SHOWN_EVERY_MS);
      if (!isTerminal || !isDue) return;
      shownMs = atMs;
      write(`${CLEARED}${doing}: ${done} of ${total}`);
    },
    clear() {
      if (shownMs !== null) write(CLEARED);
      shownMs = null;
    },
  };
};
