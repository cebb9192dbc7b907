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

/**
 * In memory only, and separate from the window's session, so that the lock page has no access to what the window
 * showed.
 */
const lockSession = (): Session => {
  const own = session.fromPartition('lock', { cache: false });
  if (!own.protocol.isProtocolHandled('app')) servePage(own, 'lock');
  return own;
};

/** The window's menu named the last action, so it is replaced. On macOS nothing can be pasted without a menu. */
const lockMenu = (): Menu | null =>
  process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null;

/** The window of an archive that is not open: it asks for the passphrase, and shows the progress of a conversion. */
export class LockPage {
  readonly #window: BrowserWindow;
  #view: LockView = { kind: 'opening' };
  #archive = '';
  #answer: ((answer: LockAnswer | 'closed') => void) | null = null;
  /** Called when the person asks to reverse a conversion. */
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

  /** Sets the archive that the page is for; the page shows the name of its folder. */
  standFor(folder: string): void {
    this.#archive = basename(folder) || folder;
  }

  show(view: LockView): void {
    this.#view = view;
    this.#send();
  }

  /** Resolves with the person's next answer, or with `closed` if the window was closed instead. */
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
