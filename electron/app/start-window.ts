import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import { createDispatcher } from '../ipc/create-dispatcher.ts';
import { emitToWindow } from '../ipc/emit-to-window.ts';
import { forwardEvents } from '../ipc/forward-events.ts';
import { listenForRequests } from '../ipc/listen-for-requests.ts';
import { createDesktop } from '../platform/create-desktop.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { createExportFolder } from '../platform/export-folder.ts';
import { log } from '../platform/log.ts';
import { bugLogging } from '../platform/log-bugs.ts';
import { openLocalState } from '../platform/open-local-state.ts';
import { printPages } from '../platform/print-pages.ts';
import type { Archive } from '../ports/archive.ts';
import type { LocalState } from '../ports/local-state.ts';
import { chooseArchive, openRecentArchive } from './archive/archive-choice.ts';
import { type OpenedArchive, openArchiveWithPerson } from './archive/open-archive-with-person.ts';
import { createUseCases, type UseCases } from './create-use-cases.ts';
import { servePage } from './guard/app-protocol.ts';
import { dictionaryFolderIn, indexFolderIn } from './launch/user-data.ts';
import { checkSpelling } from './spelling/check-spelling.ts';
import { closeWithPage } from './window/close-window.ts';
import { offerContextMenu } from './window/context-menu.ts';
import { followMenu } from './window/follow-menu.ts';
import { createMainWindow, loadMainPage, whenDrawn } from './window/main-window.ts';
import { openWindowState, windowStateOf } from './window/window-state.ts';

/** What the window is started with. */
export type WindowStart = {
  /** The archive that was named on the command line; null: see chooseArchive. */
  readonly archiveFolder: string | null;
  /** Whether a new archive begins with the sample. */
  readonly wantsSample: boolean;
  readonly userDataFolder: string;
  readonly dialogs: Dialogs;
};

/** Opens the archive, then the window on it, and sees to it that both are closed in order. */
export async function startWindow(start: WindowStart): Promise<void> {
  const { userDataFolder, dialogs } = start;
  await app.whenReady();
  servePage(session.defaultSession, 'precis');
  const local = openLocalState(userDataFolder);
  followTheme(local);
  const opened = await openChosenArchive(start, local);
  if (opened === null) return app.exit(0);
  const { archive } = opened;

  const windowState = openWindowState(userDataFolder);
  const window = createMainWindow(windowState.get());
  const keepState = () => windowState.set(windowStateOf(window));
  const useCases = connectWindow(window, {
    archive,
    hasNewAttributes: opened.hasNewAttributes,
    local,
    dialogs,
    keepState,
    indexFolder: indexFolderIn(userDataFolder),
  });
  offerContextMenu(window, local);
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => void endApp(useCases));
  loadMainPage(window);
  if (opened.isNew && start.wantsSample) await useCases.installSample();
  useCases.purgeTrash().catch((error: unknown) => log.error('the trash was not purged', error));
}

function followTheme(local: LocalState): void {
  nativeTheme.themeSource = local.settings().theme;
  local.onSettingsChanged(({ theme }) => {
    nativeTheme.themeSource = theme;
  });
}

async function openChosenArchive(
  { archiveFolder, userDataFolder, dialogs }: WindowStart,
  local: LocalState,
): Promise<OpenedArchive | null> {
  const recent = openRecentArchive(userDataFolder);
  const opened = await openArchiveWithPerson(
    chooseArchive(archiveFolder, recent.get()),
    dialogs,
    () => local.settings().isArchiveShared,
  );
  // An archive that was named for once does not become the one to open next time.
  if (opened !== null && opened.archive.folder !== archiveFolder) {
    await recent.set({ folder: opened.archive.folder });
  }
  return opened;
}

type Connected = {
  readonly archive: Archive;
  readonly hasNewAttributes: boolean;
  readonly local: LocalState;
  readonly indexFolder: string;
  readonly dialogs: Dialogs;
  readonly keepState: () => Promise<void>;
};

/** Ties the window to the use cases: requests in, events out, the menu, and the agreement on closing. */
function connectWindow(window: BrowserWindow, connected: Connected): UseCases {
  const { archive, local, indexFolder, dialogs, keepState } = connected;
  const emit = emitToWindow(window.webContents);
  const closing = closeWithPage(window, emit, keepState);
  const menu = followMenu({ archive, local, dialogs, window, emit });
  const desktop = createDesktop(dialogs, {
    ...closing,
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
  const useCases = createUseCases({
    archive,
    desktop,
    local,
    dialogs,
    emit,
    indexFolder,
    windowDrawn,
  });
  const dispatch = createDispatcher({
    handlers: useCases.handlers,
    ...bugLogging,
    logRefusal: (reference, why) => log.warn(`[${reference}] refused: ${why}`),
  });
  listenForRequests(window.webContents, dispatch);
  if (local.damage !== null) emit('settings-damaged', local.damage);
  if (connected.hasNewAttributes) emit('git-attributes-added', {});
  const { catalogue, searchIndex, watch } = useCases;
  forwardEvents({ archive, catalogue, searchIndex, local, watch }, emit);
  useCases.keepBackups();
  return useCases;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Everything that was acknowledged is on the disk already; this lets go of the lock. */
async function endApp(useCases: UseCases): Promise<void> {
  try {
    await useCases.close();
  } catch (error) {
    log.error('the archive did not close in order', error);
  }
  app.exit(0);
}
