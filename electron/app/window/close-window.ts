import type { BrowserWindow } from 'electron';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import type { Desktop } from '#electron/ports/desktop.ts';

/** How long the page may take to write what is pending. */
const CLOSING_TIMEOUT_MS = 3000;
/** A page that is just starting may not hear the first time. */
const CLOSING_REPEAT_MS = 250;

/** What the page answers when its window is to close. */
export type Closing = Pick<Desktop, 'windowIsReadyToClose' | 'windowAsksBeforeClosing' | 'windowStaysOpen'>;

/**
 * Lets the page write what is pending before the window closes: it is told `closing`, answers that it is ready or
 * that it has to ask, and is given three seconds for that. `keepState` is called while the window still stands.
 */
export function closeWithPage(window: BrowserWindow, emit: Emit, keepState: () => void): Closing {
  let state: 'open' | 'waiting' | 'asking' = 'open';
  let timeout: NodeJS.Timeout | undefined;
  let repeat: NodeJS.Timeout | undefined;
  /** A page that has not run yet has nothing pending, and would not hear. */
  let hasPage = false;
  window.webContents.on('did-finish-load', () => {
    hasPage = true;
  });
  const stopWaiting = () => {
    clearTimeout(timeout);
    clearInterval(repeat);
  };
  const destroy = () => {
    stopWaiting();
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (state === 'waiting') return;
    keepState();
    emit('closing', {});
    // The person is being asked: no time closes the window then.
    if (state === 'asking') return;
    state = 'waiting';
    repeat = setInterval(() => emit('closing', {}), CLOSING_REPEAT_MS);
    timeout = setTimeout(destroy, hasPage ? CLOSING_TIMEOUT_MS : 0);
  });
  window.webContents.on('render-process-gone', () => {
    if (state !== 'open') destroy();
  });
  return {
    windowIsReadyToClose() {
      // The answer to the page's last request is still on its way.
      if (state !== 'open') setImmediate(destroy);
    },
    windowAsksBeforeClosing() {
      // Told twice, the page may ask once more after the person stayed, and its answer counts as well.
      stopWaiting();
      state = 'asking';
    },
    windowStaysOpen() {
      if (state === 'asking') state = 'open';
    },
  };
}
