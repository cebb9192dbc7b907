import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { preloadOnlyRequests, REQUEST_CHANNEL } from '#domain/contract/bridge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { isRequestName } from '#domain/contract/requests.ts';
import { err, type Result } from '#domain/result.ts';
import { type CallContext, callHandler } from './call-handler.ts';
import { packAnswer } from './pack-answer.ts';

/** Who sent a request, as far as it matters here. */
export type Caller = {
  /** The origin of the frame as the browser knows it; null when the frame is gone. */
  readonly origin: string | null;
  readonly isMainFrame: boolean;
  /** Whether it is the window's page, not another page of the app. */
  readonly isWindow: boolean;
};

/** A request as it came over the bridge: not to be believed in any part. */
export type RawRequest = {
  readonly name: unknown;
  readonly input: unknown;
  readonly isFromPreload: boolean;
};

export type Dispatch = (caller: Caller, request: RawRequest) => Promise<Result<unknown, AppError>>;

const trustedOrigin = 'app://precis';

/**
 * The one way from the page to the use cases. In this order: the sender is the window's own main frame, the name
 * is a request, the page may send it, the input fits, the handler runs. Each refusal is logged for what it is;
 * the page learns a reference only.
 */
export function createDispatcher(
  context: CallContext & { readonly logRefusal: (reference: string, why: string) => void },
): Dispatch {
  const refuse = (why: string) => {
    const reference = context.newReference();
    context.logRefusal(reference, why);
    return err({ code: 'internal' as const, reference });
  };
  return async (caller, { name, input, isFromPreload }) => {
    const distrust = reasonToDistrust(caller);
    if (distrust !== null) return refuse(distrust);
    if (!isRequestName(name)) return refuse(`no request is called ${describeName(name)}`);
    if (preloadOnlyRequests.includes(name) && !isFromPreload) return refuse(`only the preload sends ${name}`);
    const answer = await callHandler(context, name, input);
    if (!answer.ok && answer.error.code === 'invalid-input') {
      context.logRefusal(context.newReference(), `${name} with ${answer.error.problems.join('; ')}`);
    }
    return answer;
  };
}

function reasonToDistrust({ origin, isMainFrame, isWindow }: Caller): string | null {
  if (!isWindow) return 'a page that is not the window sent a request';
  if (!isMainFrame) return 'a frame inside the page sent a request';
  if (origin !== trustedOrigin) return `the origin ${origin ?? 'of no frame'} sent a request`;
  return null;
}

const describeName = (name: unknown): string =>
  typeof name === 'string' ? JSON.stringify(name.slice(0, 80)) : `by a ${typeof name}`;

/** The windows that may ask. */
export type AskingWindows<Window> = {
  /** The window of a page; undefined where it is none of them. */
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
  const track = async <T>(answering: Promise<T>): Promise<T> => {
    open.add(answering);
    return answering.finally(() => open.delete(answering));
  };
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, input: unknown, options: unknown) => {
    const window = windows.of(event.sender);
    const request = { name, input, isFromPreload: isFromPreload(options) };
    const answer = () => dispatch(callerOf(event, window !== undefined), request);
    return packAnswer(await track(window === undefined ? answer() : windows.answering(window, answer)));
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

/** The page can't reach this channel but through the preload, which alone sets the mark. */
const isFromPreload = (options: unknown): boolean =>
  typeof options === 'object' &&
  options !== null &&
  'isFromPreload' in options &&
  options.isFromPreload === true;
