import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { REQUEST_CHANNEL } from '#domain/contract/bridge.ts';
import { type Caller, createPacker, type Dispatch } from './create-dispatcher.ts';

/** The windows that may ask. */
export type AskingWindows<Window> = {
  /** The window of a page; undefined where it is not one of them. */
  of(contents: WebContents): Window | undefined;
  /** Does what the window has asked for, so that it is known for whom. */
  answering<T>(window: Window, answer: () => T): T;
};

export type Listening = {
  /** Resolves when every request that has come is answered, also where its window is gone. */
  answered(): Promise<void>;
  stop(): void;
};

/** Hands every request of a page to the dispatcher. */
export function listenForRequests<Window>(windows: AskingWindows<Window>, dispatch: Dispatch): Listening {
  const open = new Set<Promise<unknown>>();
  const pack = createPacker();
  const track = async <T>(answering: Promise<T>): Promise<T> => {
    open.add(answering);
    return answering.finally(() => open.delete(answering));
  };
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown, options: unknown) => {
    const window = windows.of(event.sender);
    const request = { name, input, isFromPreload: optionOf(options, 'isFromPreload') === true };
    const answer = () => dispatch(callerOf(event, window !== undefined), request);
    const answered = await track(window === undefined ? answer() : windows.answering(window, answer));
    return pack(answered, optionOf(options, 'known'));
  });
  return {
    async answered() {
      while (open.size > 0) await Promise.allSettled(open);
    },
    stop: () => ipcMain.removeHandler(REQUEST_CHANNEL),
  };
}

function callerOf({ senderFrame }: IpcMainInvokeEvent, isWindow: boolean): Caller {
  return { origin: senderFrame?.origin ?? null, isMainFrame: senderFrame?.parent === null, isWindow };
}

/** What the preload says beside the request: the page can't reach this channel but through it. */
const optionOf = (options: unknown, name: 'isFromPreload' | 'known'): unknown =>
  typeof options === 'object' && options !== null && name in options ? Reflect.get(options, name) : undefined;
