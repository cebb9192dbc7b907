/**
 * Scripts that start the app pass on a signal that its terminal has already sent: signals this close together are one
 * key press.
 */
const SAME_PRESS_MS = 1000;
/** The exit code of a shell for a process ended by SIGINT: 128 plus the number of the signal. */
export const INTERRUPTED = 130;

const end = (): void => process.exit(INTERRUPTED);

/**
 * Ends the process on Ctrl+C (SIGINT) with the exit code for an interruption. Electron, once it is ready, installs a
 * handler that exits with success; a second call of this function replaces it.
 */
export const endOnInterrupt = (): void => {
  process.off('SIGINT', end);
  process.on('SIGINT', end);
};

/**
 * Aborts on the next Ctrl+C instead of ending the process; a later press ends it at once. Call it once the runtime is
 * ready.
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
