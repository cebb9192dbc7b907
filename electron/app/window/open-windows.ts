import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow, WebContents } from 'electron';
import type { CommandId } from '#domain/command/command-table.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import { emitToWindow } from '#electron/ipc/forward-events.ts';
import { type Closing, closeWithPage } from './close-window.ts';

/** One of the windows on the open archive. */
export type OpenWindow = {
  readonly window: BrowserWindow;
  /** Sends an event to this window alone. */
  readonly emit: Emit;
  readonly closing: Closing;
  /** The commands that something in the window handles; null until it has reported them. */
  enabled: ReadonlySet<CommandId> | null;
  /** Commands that the menu sent before the window was listening. */
  asked: CommandId[];
};

/**
 * The windows on one open archive. They share its use cases and its one queue of acts. Events are sent to all of them;
 * calls to the desktop (to close, print or drag) concern the window that made the request.
 */
export class OpenWindows {
  readonly #open = new Map<WebContents, OpenWindow>();
  readonly #asking = new AsyncLocalStorage<OpenWindow>();
  readonly #touched = new Set<() => void>();
  readonly #fronted = new Set<() => void>();
  /** The windows that have not reported yet that they show what another program has changed. */
  readonly #unseen = new Set<OpenWindow>();
  readonly #whenClosed: () => void;
  #front: OpenWindow | null = null;
  /** Resolves when the last of them is closed. */
  readonly closed: Promise<void>;

  constructor() {
    let close = (): void => undefined;
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    this.#whenClosed = close;
  }

  /** Registers a window before its page is loaded; `keepState` is called when it is about to close. */
  add(window: BrowserWindow, keepState: () => void): OpenWindow {
    const { webContents } = window;
    const emit = emitToWindow(webContents);
    const closing = closeWithPage(window, emit, keepState);
    const opened: OpenWindow = { window, emit, closing, enabled: null, asked: [] };
    this.#open.set(webContents, opened);
    this.#front ??= opened;
    webContents.on('input-event', () => {
      for (const listener of this.#touched) listener();
    });
    window.on('focus', () => this.#bringToFront(opened));
    window.once('closed', () => this.#forget(webContents, opened));
    return opened;
  }

  #bringToFront(opened: OpenWindow): void {
    this.#front = opened;
    for (const listener of this.#fronted) listener();
  }

  #forget(webContents: WebContents, opened: OpenWindow): void {
    this.#open.delete(webContents);
    this.#unseen.delete(opened);
    if (this.#front === opened) this.#front = this.all().at(-1) ?? null;
    if (this.#open.size === 0) this.#whenClosed();
  }

  all(): readonly OpenWindow[] {
    return [...this.#open.values()];
  }

  /** The window of these contents; undefined for any other page. */
  of(contents: WebContents): OpenWindow | undefined {
    return this.#open.get(contents);
  }

  /** The window that had the focus last; null once all are closed. */
  front(): OpenWindow | null {
    return this.#front;
  }

  /** Runs the answer to a request of that window: see `asking`. */
  answering<T>(opened: OpenWindow, answer: () => T): T {
    return this.#asking.run(opened, answer);
  }

  /** The window whose request is being answered; the front window outside of a request. */
  asking(): OpenWindow | null {
    return this.#asking.getStore() ?? this.#front;
  }

  /** Sends an event to all windows. */
  readonly emit: Emit = (name, event) => {
    if (name === 'changed-outside') for (const each of this.all()) this.#unseen.add(each);
    for (const each of this.all()) each.emit(name, event);
  };

  /** Sends an event to all windows but the one whose request is being answered. */
  readonly emitElsewhere: Emit = (name, event) => {
    const asking = this.#asking.getStore();
    for (const each of this.all()) if (each !== asking) each.emit(name, event);
  };

  /** Records that the requesting window shows what another program has changed; returns whether all windows now do. */
  sees(): boolean {
    const asking = this.asking();
    if (asking !== null) this.#unseen.delete(asking);
    return this.#unseen.size === 0;
  }

  focus(): void {
    const window = this.#front?.window;
    if (window === undefined || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  /** Asks each window to close, by the protocol for closing. */
  close(): void {
    for (const { window } of this.all()) if (!window.isDestroyed()) window.close();
  }

  /** Calls `listener` on each key or mouse press in any window, until the returned function is called. */
  onTouched(listener: () => void): () => void {
    this.#touched.add(listener);
    return () => this.#touched.delete(listener);
  }

  /** Calls `listener` when another window comes to the front. */
  onFront(listener: () => void): void {
    this.#fronted.add(listener);
  }
}
