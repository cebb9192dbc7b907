import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { REQUEST_CHANNEL } from '#domain/contract/bridge.ts';
import { type Caller, createPacker, type Dispatch } from './create-dispatcher.ts';

/** The windows that may send requests. */
export type AskingWindows<Window> = {
  /** The window of a page; undefined where it is not one of them. */
  of(contents: WebContents): Window | undefined;
  /** Runs the answer to a request of the window, so that its window is known during it. */
  answering<T>(window: Window, answer: () => T): T;
};

export type Listening = {
  /** Resolves when every received request is answered, even if its window is gone. */
  answered(): Promise<void>;
  stop(): void;
};

/** Passes every request of a page to the dispatcher. */
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

/** What the preload adds to the request: the page can only reach this channel through the preload. */
const optionOf = (options: unknown, name: 'isFromPreload' | 'known'): unknown =>
  typeof options === 'object' && options !== null && name in options ? Reflect.get(options, name) : undefined;
