import { join } from 'node:path';
import { app, type BrowserWindow, session } from 'electron';
import { createDispatcher } from '#electron/ipc/create-dispatcher.ts';
import { emitToWindow } from '#electron/ipc/emit-to-window.ts';
import { forwardEvents } from '#electron/ipc/forward-events.ts';
import { listenForRequests } from '#electron/ipc/listen-for-requests.ts';
import { createDesktop } from '#electron/platform/create-desktop.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { createExportFolder } from '#electron/platform/export-folder.ts';
import { log } from '#electron/platform/log.ts';
import { bugLogging } from '#electron/platform/log-bugs.ts';
import { printPages } from '#electron/platform/print-pages.ts';
import type { StateFile } from '#electron/platform/state-file.ts';
import type { ArchiveOpening } from '#electron/ports/desktop.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { OpenedArchive } from '../archive/open-archive-with-person.ts';
import { createUseCases, type UseCases } from '../create-use-cases.ts';
import { dictionaryFolderIn } from '../launch/user-data.ts';
import { checkSpelling } from '../spelling/check-spelling.ts';
import { closeWithPage } from '../window/close-window.ts';
import { offerContextMenu } from '../window/context-menu.ts';
import { followMenu } from '../window/follow-menu.ts';
import { createMainWindow, loadMainPage, whenDrawn } from '../window/main-window.ts';
import { type WindowState, windowStateOf } from '../window/window-state.ts';
import { watchForLock } from './watch-for-lock.ts';

/** What comes after the window of an archive has closed. */
export type SessionEnd =
  | { readonly is: 'quit' }
  | { readonly is: 'lock' }
  | { readonly is: 'open'; readonly opening: ArchiveOpening }
  | { readonly is: 'convert'; readonly to: 'encrypted' | 'clear'; readonly passphrase: string };

export type SessionSurroundings = {
  readonly local: LocalState;
  readonly dialogs: Dialogs;
  readonly indexFolder: string;
  readonly windowState: StateFile<WindowState>;
  /** Whether a new archive begins with the sample. */
  readonly wantsSample: boolean;
  /** Hears of the window, as long as it is there. */
  readonly onWindow: (window: BrowserWindow) => void;
};

/**
 * Shows the window on an open archive until it is closed, and closes the archive then: everything that was acknowledged is
 * on the disk already. Answers what the window was closed for.
 */
export async function runSession(
  opened: OpenedArchive,
  surroundings: SessionSurroundings,
): Promise<SessionEnd> {
  const { local, windowState, wantsSample, onWindow } = surroundings;
  const window = createMainWindow(windowState.get());
  onWindow(window);
  let end: SessionEnd = { is: 'quit' };
  const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()));
  const leaveFor = (next: SessionEnd): void => {
    // The answer to whatever asked for it goes out first.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      end = next;
      window.close();
    });
  };
  const connected = connectWindow(window, opened, surroundings, {
    leaveFor,
    stay: () => {
      end = { is: 'quit' };
    },
  });
  const { useCases } = connected;
  offerContextMenu(window, local);
  loadMainPage(window);
  if (opened.isNew && wantsSample) await useCases.installSample();
  useCases.purgeTrash().catch((error: unknown) => log.error('the trash was not purged', error));
  await closed;
  connected.disconnect();
  await useCases.close().catch((error: unknown) => log.error('the archive did not close in order', error));
  return end;
}

type Leaving = { readonly leaveFor: (next: SessionEnd) => void; readonly stay: () => void };
type Connected = { readonly useCases: UseCases; readonly disconnect: () => void };

/** Ties the window to the use cases: requests in, events out, the menu, and the agreement on closing. */
function connectWindow(
  window: BrowserWindow,
  { archive, hasNewAttributes }: OpenedArchive,
  { local, dialogs, indexFolder, windowState }: SessionSurroundings,
  { leaveFor, stay }: Leaving,
): Connected {
  const emit = emitToWindow(window.webContents);
  const keepState = () => windowState.set(windowStateOf(window));
  const { windowIsReadyToClose, windowStaysOpen } = closeWithPage(window, emit, keepState);
  const menu = followMenu({ archive, local, dialogs, window, emit });
  const desktop = createDesktop(dialogs, {
    windowIsReadyToClose,
    windowStaysOpen() {
      stay();
      windowStaysOpen();
    },
    lock: () => leaveFor({ is: 'lock' }),
    convert: (to, passphrase) => leaveFor({ is: 'convert', to, passphrase }),
    openArchive: (opening) => leaveFor({ is: 'open', opening }),
    ...menu,
    ...createExportFolder({ local, dialogs, usual: [app.getPath('documents'), app.getPath('home')] }),
    checkSpelling: checkSpelling(session.defaultSession, local, {
      shipped: join(app.getAppPath(), 'resources', 'dictionaries'),
      added: dictionaryFolderIn(app.getPath('userData')),
      laid: join(app.getPath('sessionData'), 'Dictionaries'),
    }),
    print: (paper) => printPages(window.webContents, paper),
    dragFile: async (file) => window.webContents.startDrag({ file, icon: await app.getFileIcon(file) }),
  });
  const windowDrawn = whenDrawn(window);
  const useCases = createUseCases({ archive, desktop, local, dialogs, emit, indexFolder, windowDrawn });
  const dispatch = createDispatcher({
    handlers: useCases.handlers,
    ...bugLogging,
    logRefusal: (reference, why) => log.warn(`[${reference}] refused: ${why}`),
  });
  const stopListening = listenForRequests(window.webContents, dispatch);
  const stopWatching =
    archive.identity === null
      ? () => undefined
      : watchForLock(window.webContents, local, () => leaveFor({ is: 'lock' }));
  if (local.damage !== null) emit('settings-damaged', local.damage);
  if (hasNewAttributes) emit('git-attributes-added', {});
  const { catalogue, searchIndex, watch } = useCases;
  forwardEvents({ archive, catalogue, searchIndex, local, watch }, emit);
  useCases.keepBackups();
  return {
    useCases,
    disconnect() {
      stopListening();
      stopWatching();
    },
  };
}
