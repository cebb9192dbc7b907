/** Imports in progress, which are cancelled together. */
export type RunningImports = {
  readonly cancel: () => void;
  readonly run: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
};

export const createRunningImports = (): RunningImports => {
  const running = new Set<AbortController>();
  return {
    cancel() {
      for (const controller of running) controller.abort();
    },
    async run(work) {
      const controller = new AbortController();
      running.add(controller);
      try {
        return await work(controller.signal);
      } finally {
        running.delete(controller);
      }
    },
  };
};
