import { basename } from 'node:path';
import { BrowserWindow, Menu, type Session, session } from 'electron';
import { z } from 'zod';
import {
  LOCK_ANSWER_CHANNEL,
  LOCK_READY_CHANNEL,
  LOCK_VIEW_CHANNEL,
  type LockAnswer,
  type LockTold,
  type LockView,
} from '#domain/contract/lock-bridge.ts';
import { log } from '#electron/platform/log.ts';
import { pageUrl, servePage } from './guard/app-protocol.ts';
import { sandboxedPage } from './guard/sandboxed-page.ts';
import { windowShape } from './window/main-window.ts';
import type { WindowState } from './window/window-state.ts';

const MOST_CHARACTERS = 4096;
const answerSchema: z.ZodType<LockAnswer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().max(MOST_CHARACTERS) }),
  z.strictObject({ kind: z.literal('other-archive') }),
  z.strictObject({ kind: z.literal('cancel') }),
]);

/** In memory only, and not that of the window: what the window has shown stays out of it. */
const lockSession = (): Session => {
  const own = session.fromPartition('lock', { cache: false });
  if (!own.protocol.isProtocolHandled('app')) servePage(own, 'lock');
  return own;
};

/** The menu of the window named what was done last. On a Mac nothing can be pasted without one. */
const lockMenu = (): Menu | null =>
  process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null;

/** The window of an archive that is not open: it asks for the passphrase, and shows how far a conversion has come. */
export class LockPage {
  readonly #window: BrowserWindow;
  #view: LockView = { kind: 'opening' };
  #archive = '';
  #answer: ((answer: LockAnswer | 'closed') => void) | null = null;
  /** Hears that a conversion is to be turned back. */
  #onCancel: (() => void) | null = null;

  constructor(state: WindowState) {
    this.#window = new BrowserWindow({
      ...windowShape(state),
      webPreferences: { ...sandboxedPage('lock-preload'), session: lockSession() },
    });
    Menu.setApplicationMenu(lockMenu());
    const { webContents } = this.#window;
    this.#window.once('ready-to-show', () => this.#window.show());
    this.#window.on('closed', () => this.#hear('closed'));
    webContents.ipc.on(LOCK_READY_CHANNEL, () => this.#send());
    webContents.ipc.on(LOCK_ANSWER_CHANNEL, (_event, said: unknown) => {
      const answer = answerSchema.safeParse(said);
      if (answer.success) this.#hear(answer.data);
    });
    webContents.loadURL(pageUrl('lock')).catch((error: unknown) => log.error('the page did not load', error));
  }

  get isClosed(): boolean {
    return this.#window.isDestroyed();
  }

  focus(): void {
    if (this.#window.isDestroyed()) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  /** Which archive it stands for: its page tells the name of the folder. */
  standFor(folder: string): void {
    this.#archive = basename(folder) || folder;
  }

  show(view: LockView): void {
    this.#view = view;
    this.#send();
  }

  /** What the person says next; `closed`: the window was closed instead. */
  ask(view: LockView): Promise<LockAnswer | 'closed'> {
    if (this.isClosed) return Promise.resolve('closed');
    this.show(view);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  onCancel(listener: () => void): void {
    this.#onCancel = listener;
  }

  close(): void {
    this.#answer = null;
    if (!this.#window.isDestroyed()) this.#window.destroy();
  }

  #hear(answer: LockAnswer | 'closed'): void {
    if (answer !== 'closed' && answer.kind === 'cancel') this.#onCancel?.();
    const resolve = this.#answer;
    this.#answer = null;
    resolve?.(answer);
  }

  #send(): void {
    if (this.#window.isDestroyed()) return;
    const told: LockTold = { archive: this.#archive, view: this.#view };
    this.#window.webContents.send(LOCK_VIEW_CHANNEL, told);
  }
}
