import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, type BrowserWindow, powerMonitor, session } from 'electron';
import { addressOfPlace, addressOfRecord, type OpenableRecord } from '#domain/contract/window-record.ts';
import { createDispatcher } from '#electron/ipc/create-dispatcher.ts';
import { forwardEvents } from '#electron/ipc/forward-events.ts';
import { listenForRequests } from '#electron/ipc/listen-for-requests.ts';
import { createDesktop } from '#electron/platform/create-desktop.ts';
import type { Dialogs } from '#electron/platform/dialogs.ts';
import { createExportFolder } from '#electron/platform/export-folder.ts';
import { bugLogging, log } from '#electron/platform/log.ts';
import { printPages } from '#electron/platform/print-pages.ts';
import { showNotification } from '#electron/platform/show-notification.ts';
import type { StateFile } from '#electron/platform/state-file.ts';
import type { Archive } from '#electron/ports/archive.ts';
import type { ArchiveOpening, Desktop } from '#electron/ports/desktop.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { OpenedArchive } from './archive/open-archive-with-person.ts';
import { checkSpelling } from './check-spelling.ts';
import { createUseCases, type UseCases } from './create-use-cases.ts';
import type { HandedFiles } from './handed-files.ts';
import { dictionaryFolderIn } from './launch/user-data.ts';
import { openIndex } from './open-index.ts';
import { tellDueTasks } from './tell-due-tasks.ts';
import { offerContextMenu } from './window/context-menu.ts';
import { followMenu } from './window/follow-menu.ts';
import { createAppWindow, loadMainPage, stateBeside, whenDrawn } from './window/main-window.ts';
import { OpenWindows } from './window/open-windows.ts';
import { type WindowState, windowStateOf } from './window/window-state.ts';

/** What to do after the windows of an archive have closed. */
export type SessionEnd =
  | { readonly kind: 'quit' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'open'; readonly opening: ArchiveOpening }
  | { readonly kind: 'convert'; readonly to: 'encrypted' | 'clear'; readonly passphrase: string };

export type SessionSurroundings = {
  readonly local: LocalState;
  readonly dialogs: Dialogs;
  readonly indexFolder: string;
  readonly windowState: StateFile<WindowState>;
  /** Whether the archive was encrypted just now. */
  readonly isJustEncrypted: boolean;
  /** Whether a new archive begins with the sample. */
  readonly wantsSample: boolean;
  /** Files handed to the app by the system, before the session or during it. */
  readonly handed: HandedFiles;
  /**
   * Called when windows were closed for a lock while work such as an import is still running; `lockNow` cancels that
   * work.
   */
  readonly onFinishing: (lockNow: () => void) => void;
  /** Called with the windows while they exist, and with a function that leaves them for another archive. */
  readonly onWindows: (windows: Pick<OpenWindows, 'focus'>, openArchive: (folder: string) => void) => void;
};

/**
 * Shows a window on an open archive, and closes the archive when that window and all windows opened from it are closed.
 * By then everything acknowledged is on the disk. Returns why the windows were closed.
 */
export async function runSession(
  opened: OpenedArchive,
  surroundings: SessionSurroundings,
): Promise<SessionEnd> {
  const { windowState, wantsSample, handed, onFinishing, onWindows } = surroundings;
  const windows = new OpenWindows();
  const window = addWindow(windows, surroundings, windowState.get());
  let end: SessionEnd = { kind: 'quit' };
  const leaveFor = (next: SessionEnd): void => {
    // The answer to the request that asked for this is sent first.
    setImmediate(() => {
      if (windows.front() === null) return;
      end = next;
      windows.close();
    });
  };
  onWindows(windows, (folder) => leaveFor({ kind: 'open', opening: { folder, makes: null } }));
  const windowDrawn = whenDrawn(window);
  const connected = connectWindows(
    windows,
    opened,
    { ...surroundings, windowDrawn },
    {
      leaveFor,
      stay: () => {
        end = { kind: 'quit' };
      },
    },
  );
  const { useCases } = connected;
  loadMainPage(window, () => {
    const left = surroundings.local.windowPlace(opened.archive.info.id);
    return left === null ? '' : addressOfPlace(left);
  });
  if (opened.isNew && wantsSample) await useCases.installSample();
  useCases.purgeTrash().catch((error: unknown) => log.error('the trash was not purged', error));
  if (surroundings.isJustEncrypted && opened.archive.identity !== null)
    void windowDrawn.then(() => offerToEncryptBackups(windows, useCases));
  // Before the window is drawn, the page would miss the event.
  const stopHanding = windowDrawn.then(() => handed.follow(() => windows.front()?.emit('files-handed', {})));
  await windows.closed;
  (await stopHanding)();
  // A timeout may have locked the archive: requests made before it are completed.
  if (isLock(end)) await finish(connected.answered(), onFinishing);
  connected.disconnect();
  const closing = useCases
    .close()
    .catch((error: unknown) => log.error('the archive did not close in order', error));
  const mayBreakOff = opened.archive.identity !== null && !isConversion(end);
  await (mayBreakOff ? Promise.race([closing, tellLongClose()]) : closing);
  return end;
}

/**
 * Everything acknowledged is on the disk, so a helper process or a disk that does not answer must not keep an encrypted
 * archive in memory.
 */
const LONGEST_CLOSE_MS = 20_000;

const tellLongClose = async (): Promise<void> => {
  await wait(LONGEST_CLOSE_MS);
  log.error('the archive was not closed in time, and goes with the process');
};

const offerToEncryptBackups = async (windows: OpenWindows, { backupsInClear }: UseCases): Promise<void> => {
  if ((await backupsInClear()) > 0) windows.front()?.emit('menu-command', { command: 'backup.encrypt' });
};

const isConversion = ({ kind }: SessionEnd): boolean => kind === 'convert';
const isLock = ({ kind }: SessionEnd): boolean => kind === 'lock';

/** Work that ends sooner is not announced. */
const TOLD_AFTER_MS = 500;
/** An unanswered system dialog must not keep an archive open. */
const LONGEST_FINISH_MS = 10 * 60_000;

const finish = async (done: Promise<void>, tell: SessionSurroundings['onFinishing']): Promise<void> => {
  const timers: NodeJS.Timeout[] = [];
  const brokenOff = new Promise<void>((resolve) => {
    timers.push(
      setTimeout(() => tell(resolve), TOLD_AFTER_MS),
      setTimeout(resolve, LONGEST_FINISH_MS),
    );
  });
  await Promise.race([done, brokenOff]);
  for (const timer of timers) clearTimeout(timer);
};

/** Adds a window without its page. The position and size of the last window to close are kept. */
function addWindow(
  windows: OpenWindows,
  { local, windowState }: Pick<SessionSurroundings, 'local' | 'windowState'>,
  state: WindowState,
): BrowserWindow {
  const window = createAppWindow(state);
  windows.add(window, () => windowState.set(windowStateOf(window)));
  offerContextMenu(window, local);
  return window;
}

/** Opens another window at a record, beside the front window. */
const openBeside = (
  windows: OpenWindows,
  surroundings: Pick<SessionSurroundings, 'local' | 'windowState'>,
  record: OpenableRecord,
): void => {
  const front = windows.front()?.window;
  const state = front === undefined ? surroundings.windowState.get() : stateBeside(windowStateOf(front));
  loadMainPage(addWindow(windows, surroundings, state), () => addressOfRecord(record));
};

/** Brings the front window forward and shows the tasks in it. */
const showTasks = (windows: OpenWindows): void => {
  windows.focus();
  windows.front()?.emit('menu-command', { command: 'view.tasks' });
};

type Leaving = { readonly leaveFor: (next: SessionEnd) => void; readonly stay: () => void };
type Connected = {
  readonly useCases: UseCases;
  /** Resolves when all requests of the windows are answered. */
  readonly answered: () => Promise<void>;
  readonly disconnect: () => void;
};

/** The desktop functions that the use cases call, bound to the window that made the request. */
function deskOf(
  windows: OpenWindows,
  archive: Archive,
  surroundings: SessionSurroundings,
  { leaveFor, stay }: Leaving,
): Desktop {
  const { local, dialogs } = surroundings;
  return createDesktop(dialogs, {
    windowIsReadyToClose: () => windows.asking()?.closing.windowIsReadyToClose(),
    windowAsksBeforeClosing: () => windows.asking()?.closing.windowAsksBeforeClosing(),
    windowStaysOpen() {
      stay();
      windows.asking()?.closing.windowStaysOpen();
    },
    hasEveryWindowSeen: () => windows.sees(),
    openWindow: (record) => openBeside(windows, surroundings, record),
    takeHandedFiles: () => surroundings.handed.take(),
    lock: () => leaveFor({ kind: 'lock' }),
    convert: (to, passphrase) => leaveFor({ kind: 'convert', to, passphrase }),
    openArchive: (opening) => leaveFor({ kind: 'open', opening }),
    ...followMenu({ archive, local, dialogs, windows }),
    ...createExportFolder({ local, dialogs, usual: [app.getPath('documents'), app.getPath('home')] }),
    checkSpelling: checkSpelling(session.defaultSession, local, {
      shipped: join(app.getAppPath(), 'resources', 'dictionaries'),
      added: dictionaryFolderIn(app.getPath('userData')),
      laid: join(app.getPath('sessionData'), 'Dictionaries'),
    }),
    print: async (paper) => {
      const asking = windows.asking();
      return asking === null ? 'cancelled' : printPages(asking.window.webContents, paper);
    },
    dragFile: async (file) => {
      const asking = windows.asking();
      asking?.window.webContents.startDrag({ file, icon: await app.getFileIcon(file) });
    },
  });
}

const LOOK_EVERY_MS = 5000;

/**
 * Locks after the idle time of the settings, when the computer goes to sleep, and when its screen is locked. Input in a
 * window also counts as activity, because a remote desktop, or a system that can't report idle time, makes the computer
 * seem idle. Returns a function that stops watching.
 */
function watchForLock(
  windows: { onTouched(listener: () => void): () => void },
  local: Pick<LocalState, 'settings'>,
  lock: () => void,
): () => void {
  let touchedMs = performance.now();
  const touch = (): void => {
    touchedMs = performance.now();
  };
  const stopHearing = windows.onTouched(touch);
  const look = setInterval(() => {
    const { lockAfterMinutes } = local.settings();
    const idleMs = Math.min(powerMonitor.getSystemIdleTime() * 1000, performance.now() - touchedMs);
    if (lockAfterMinutes > 0 && idleMs >= lockAfterMinutes * 60_000) lock();
  }, LOOK_EVERY_MS);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  return () => {
    clearInterval(look);
    stopHearing();
    powerMonitor.off('suspend', lock);
    powerMonitor.off('lock-screen', lock);
  };
}

/** Connects the windows to the use cases: requests in, events out, the menu, and the protocol for closing. */
function connectWindows(
  windows: OpenWindows,
  { archive, hasNewAttributes }: OpenedArchive,
  surroundings: SessionSurroundings & { readonly windowDrawn: Promise<void> },
  leaving: Leaving,
): Connected {
  const { local, dialogs, indexFolder, windowDrawn } = surroundings;
  const { emit, emitElsewhere } = windows;
  const desktop = deskOf(windows, archive, surroundings, leaving);
  const index = openIndex({ archive, local, indexFolder, windowDrawn });
  const useCases = createUseCases({ archive, index, desktop, local, dialogs, emit, windowDrawn });
  const dispatch = createDispatcher({
    handlers: useCases.handlers,
    ...bugLogging,
    logRefusal: (reference, why) => log.warn(`[${reference}] refused: ${why}`),
  });
  const requests = listenForRequests(windows, dispatch);
  const stopWatching =
    archive.identity === null
      ? () => undefined
      : watchForLock(windows, local, () => leaving.leaveFor({ kind: 'lock' }));
  if (local.damage !== null) emit('settings-damaged', local.damage);
  if (archive.encryptionNotice !== null) emit('encryption-notice', archive.encryptionNotice);
  if (hasNewAttributes) emit('git-attributes-added', {});
  const { catalogue, watch } = useCases;
  forwardEvents({ archive, catalogue, local, watch }, emit, emitElsewhere);
  const stopTelling = tellDueTasks({
    archive,
    local,
    nowMs: () => Date.now(),
    openTasks: async () => {
      const tasks = await useCases.handlers['task:list']({ isOpenOnly: true });
      return tasks.ok ? tasks.value : [];
    },
    tell: (notice) => showNotification(notice, () => showTasks(windows)),
  });
  useCases.keepBackups();
  useCases.watchInbox();
  return {
    useCases,
    answered: requests.answered,
    disconnect() {
      requests.stop();
      stopWatching();
      stopTelling();
    },
  };
}
