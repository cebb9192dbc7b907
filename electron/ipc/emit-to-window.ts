import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '#domain/contract/bridge.ts';
import type { Emit } from '../handlers/handler-deps.ts';

/**
 * Sends events to the window's page. What happens while the page is loading, such as a repair on opening the archive,
 * waits until it listens: it does so by the time it has loaded.
 */
export function emitToWindow(window: WebContents): Emit {
  let hasPage = false;
  let waiting: (() => void)[] = [];
  window.on('did-finish-load', () => {
    hasPage = true;
    for (const send of waiting) send();
    waiting = [];
  });
  window.on('render-process-gone', () => {
    hasPage = false;
  });
  return (name, event) => {
    if (window.isDestroyed()) return;
    const send = () => window.send(EVENT_CHANNEL, name, event);
    if (hasPage) send();
    else waiting.push(send);
  };
}
