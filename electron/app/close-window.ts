import type { BrowserWindow } from 'electron';
import type { Emit } from '../handlers/handler-deps.ts';

/** How long the page may take to write what is pending. */
const CLOSING_TIMEOUT_MS = 3000;

/** The agreement between the window and its page on closing. */
export type Closing = {
  /** The page has written what was pending. */
  windowIsReady(): void;
};

/**
 * Lets the page write what is pending before the window closes: it is told `closing`, answers by
 * `windowIsReady`, and is given three seconds. `keepState` is called while the window still stands.
 */
export function closeWithPage(window: BrowserWindow, emit: Emit, keepState: () => void): Closing {
  let isClosing = false;
  /** A page that has not run yet has nothing pending, and would not hear. */
  let hasPage = false;
  window.webContents.on('dom-ready', () => {
    hasPage = true;
  });
  let timer: NodeJS.Timeout | undefined;
  const destroy = () => {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    keepState();
    emit('closing', {});
    timer = setTimeout(destroy, hasPage ? CLOSING_TIMEOUT_MS : 0);
  });
  window.webContents.on('render-process-gone', () => {
    if (isClosing) destroy();
  });
  return {
    windowIsReady() {
      // The answer to the page's last request is still on its way.
      if (isClosing) setImmediate(destroy);
    },
  };
}
