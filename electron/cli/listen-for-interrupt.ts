/**
 * Scripts that start the app pass on what its terminal has sent it already: signals so near to the first are the same
 * press.
 */
const SAME_PRESS_MS = 1000;
/** As a shell answers for a process that SIGINT has ended: 128 and the number of the signal. */
export const INTERRUPTED = 130;

const end = (): void => process.exit(INTERRUPTED);

/**
 * Ends the process at Ctrl+C (SIGINT), as interrupted. Electron, once it is ready, has a handler of its own that ends
 * it as done: called again then, this one takes its place.
 */
export const endOnInterrupt = (): void => {
  process.off('SIGINT', end);
  process.on('SIGINT', end);
};

/**
 * Aborts at the first Ctrl+C from now on, in place of the end of the process; a later press ends it at once. Called
 * once the runtime is ready.
 */
export const listenForInterrupt = (): AbortSignal => {
  process.off('SIGINT', end);
  const controller = new AbortController();
  let pressedMs: number | null = null;
  process.on('SIGINT', () => {
    const nowMs = performance.now();
    pressedMs ??= nowMs;
    controller.abort();
    if (nowMs - pressedMs > SAME_PRESS_MS) process.exit(INTERRUPTED);
  });
  return controller.signal;
};
