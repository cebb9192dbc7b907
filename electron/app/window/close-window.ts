import type { BrowserWindow } from 'electron';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import type { Desktop } from '#electron/ports/desktop.ts';

/** The time that the page has to write pending changes. */
const CLOSING_TIMEOUT_MS = 3000;
/** The event is repeated at this interval, because a page that is just starting may miss it. */
const CLOSING_REPEAT_MS = 250;

/** What the page answers when its window is to close. */
export type Closing = Pick<Desktop, 'windowIsReadyToClose' | 'windowAsksBeforeClosing' | 'windowStaysOpen'>;

/**
 * Lets the page write pending changes before the window closes: it is sent `closing`, and answers within three seconds
 * that it is ready or that it has to ask the person. `keepState` is called before the window is destroyed.
 */
export function closeWithPage(window: BrowserWindow, emit: Emit, keepState: () => void): Closing {
  let state: 'open' | 'waiting' | 'asking' = 'open';
  let timeout: NodeJS.Timeout | undefined;
  let repeat: NodeJS.Timeout | undefined;
  /** A page that has not run yet has no pending changes, and would not receive the event. */
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
    // The page is asking the person, so no timeout closes the window.
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
      // The answer to the page's last request is still being sent.
      if (state !== 'open') setImmediate(destroy);
    },
    windowAsksBeforeClosing() {
      // On a second event the page may ask again after the person chose to stay; that answer counts as well.
      stopWaiting();
      state = 'asking';
    },
    windowStaysOpen() {
      if (state === 'asking') state = 'open';
    },
  };
}
