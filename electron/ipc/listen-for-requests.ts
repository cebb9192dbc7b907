import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { REQUEST_CHANNEL } from '#domain/contract/bridge.ts';
import type { Caller, Dispatch } from './create-dispatcher.ts';

/**
 * Hands every request of a page to the dispatcher. `window` is the contents of the window that may ask. Answers how to stop
 * listening.
 */
export function listenForRequests(window: WebContents, dispatch: Dispatch): () => void {
  ipcMain.handle(REQUEST_CHANNEL, (event, name: unknown, input: unknown, options: unknown) =>
    dispatch(callerOf(event, window), { name, input, isFromPreload: isFromPreload(options) }),
  );
  return () => ipcMain.removeHandler(REQUEST_CHANNEL);
}

function callerOf({ sender, senderFrame }: IpcMainInvokeEvent, window: WebContents): Caller {
  return {
    origin: senderFrame?.origin ?? null,
    isMainFrame: senderFrame?.parent === null,
    isWindow: sender === window,
  };
}

/** The page can't reach this channel but through the preload, which alone sets the mark. */
const isFromPreload = (options: unknown): boolean =>
  typeof options === 'object' &&
  options !== null &&
  'isFromPreload' in options &&
  options.isFromPreload === true;
