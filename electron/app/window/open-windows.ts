import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow, WebContents } from 'electron';
import type { CommandId } from '#domain/command/command-table.ts';
import type { Emit } from '#electron/handlers/handler-deps.ts';
import { emitToWindow } from '#electron/ipc/forward-events.ts';
import { type Closing, closeWithPage } from './close-window.ts';

/** One of the windows on the open archive. */
export type OpenWindow = {
  readonly window: BrowserWindow;
  /** Tells this window alone. */
  readonly emit: Emit;
  readonly closing: Closing;
  /** The commands that something in it answers; null until it has told. */
  enabled: ReadonlySet<CommandId> | null;
  /** What the menu asked of it before it heard. */
  asked: CommandId[];
};

/**
 * The windows on one open archive. They share its use cases and its one queue of acts: what happens is told to all of
 * them, and what is asked of the desk (to close, to print, to drag) is meant for the window that asks.
 */
export class OpenWindows {
  readonly #open = new Map<WebContents, OpenWindow>();
  readonly #asking = new AsyncLocalStorage<OpenWindow>();
  readonly #touched = new Set<() => void>();
  readonly #fronted = new Set<() => void>();
  /** Those that have not said yet that they show what another program has changed. */
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

  /** Takes a window in, before its page is loaded; `keepState` is called when it is about to close. */
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

  /** The one that had the focus last; null once all are closed. */
  front(): OpenWindow | null {
    return this.#front;
  }

  /** Does what a window has asked for: see `asking`. */
  answering<T>(opened: OpenWindow, answer: () => T): T {
    return this.#asking.run(opened, answer);
  }

  /** The window for whose request this runs; the front one where it runs for none. */
  asking(): OpenWindow | null {
    return this.#asking.getStore() ?? this.#front;
  }

  /** Tells all of them. */
  readonly emit: Emit = (name, event) => {
    if (name === 'changed-outside') for (const each of this.all()) this.#unseen.add(each);
    for (const each of this.all()) each.emit(name, event);
  };

  /** Tells all but the one for whose request this runs. */
  readonly emitElsewhere: Emit = (name, event) => {
    const asking = this.#asking.getStore();
    for (const each of this.all()) if (each !== asking) each.emit(name, event);
  };

  /** The asking window shows what another program has changed; answers whether all of them do now. */
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

  /** Asks each to close, by its agreement. */
  close(): void {
    for (const { window } of this.all()) if (!window.isDestroyed()) window.close();
  }

  /** Hears of each key and press in any of them, until the returned function is called. */
  onTouched(listener: () => void): () => void {
    this.#touched.add(listener);
    return () => this.#touched.delete(listener);
  }

  /** Hears when another one comes to the front. */
  onFront(listener: () => void): void {
    this.#fronted.add(listener);
  }
}
