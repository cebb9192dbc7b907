export type WorkQueue = {
  /** Runs `work` when all that was queued before has ended, however it ended. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when all that is queued now has ended. */
  settled(): Promise<void>;
};

/** Runs one piece of work at a time, in the order in which they came. */
export const createWorkQueue = (): WorkQueue => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = last.then(work);
      // A failure is the caller's to hear, not that of whoever comes next.
      last = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    async settled() {
      await last;
    },
  };
};
