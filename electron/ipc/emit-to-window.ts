import type { WebContents } from 'electron';
import { EVENT_CHANNEL } from '#domain/contract/bridge.ts';
import type { Emit } from '../handlers/handler-deps.ts';

/** Sends events to the window, for as long as it is there. */
export const emitToWindow =
  (window: WebContents): Emit =>
  (name, event) => {
    if (!window.isDestroyed()) window.send(EVENT_CHANNEL, name, event);
  };
