import { homedir } from 'node:os';
import { app, nativeTheme, session } from 'electron';
import { normalisePassphrase } from '#domain/archive/passphrase.ts';
import { wordsOf } from '#domain/contract/error-words/error-words.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId } from '#domain/ids.ts';
import { writerNameOf } from '#domain/written-by.ts';
import type { MergeProgress } from '../git/merge-watch.ts';
import type { ChosenPlaces } from '../platform/chosen-places.ts';
import type { Dialogs } from '../platform/dialogs.ts';
import { openLocalState } from '../platform/open-local-state.ts';
import { removeIndexes } from '../platform/spawn-processes.ts';
import type { StateFile } from '../platform/state-file.ts';
import type { ArchiveOpening } from '../ports/desktop.ts';
import type { LocalState } from '../ports/local-state.ts';
import type { Side } from '../storage/encryption/convert/conversion-record.ts';
import { chooseArchive, openRecentArchive } from './archive/archive-choice.ts';
import { openKnownEncrypted } from './archive/known-encrypted.ts';
import {
  type ArchiveChoice,
  type OpenedArchive,
  openArchiveWithPerson,
} from './archive/open-archive-with-person.ts';
import { convertWithPerson } from './convert-with-person.ts';
import { servePage } from './guard/app-protocol.ts';
import { HandedFiles } from './handed-files.ts';
import { type HandedOver, handedOverSchema, sortHandedOver } from './launch/handed-over.ts';
import { followOpenedFiles } from './launch/opened-files.ts';
import { relaunchArguments, relaunchedExecutable } from './launch/relaunch-arguments.ts';
import { indexFolderIn } from './launch/user-data.ts';
import { LockPage } from './lock-page.ts';
import { runSession, type SessionEnd } from './run-session.ts';
import { openWindowState, type WindowState } from './window/window-state.ts';

/** What the window is started with. */
export type WindowStart = {
  /** The archive that was named on the command line; null: see chooseArchive. */
  readonly archiveFolder: string | null;
  /** The locked archive for which the app was restarted; null: it was not. */
  readonly reopens: string | null;
  /** What the system has handed to the app to open. */
  readonly handedOver: HandedOver;
  /** Whether a new archive begins with the sample. */
  readonly wantsSample: boolean;
  readonly userDataFolder: string;
  readonly dialogs: Dialogs;
  readonly places: ChosenPlaces;
};

/** What is to be opened, and the passphrase where it is known. */
type Next = {
  readonly choice: ArchiveChoice;
  readonly passphrase: string | null;
  /** Whether it was requested in the window of another archive. */
  readonly isAskedFor?: boolean;
  /** Whether it was encrypted just now, so that its backups may be unencrypted. */
  readonly isJustEncrypted?: boolean;
};

/**
 * Opens the archive and a window on it, and closes both in order. An archive that is converted is closed completely and
 * opened again as at a start. When an encrypted archive is locked or left for another, the app ends, so that its memory
 * is freed, and a new process continues.
 */
export async function startWindow(start: WindowStart): Promise<void> {
  const { handedOver, userDataFolder } = start;
  await app.whenReady();
  servePage(session.defaultSession, 'precis');
  // A closed window ends its session; the app ends when the last session does.
  app.on('window-all-closed', () => undefined);
  const screens = new Screens(openWindowState(userDataFolder));
  const handed = new HandedFiles();
  handed.give(handedOver.paths);
  const takeOver = (later: HandedOver): void => {
    handed.give(later.paths);
    if (later.archiveFolder !== null) screens.open(later.archiveFolder);
    screens.focus();
  };
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const later = handedOverSchema.safeParse(data).data;
    takeOver(later ?? { archiveFolder: null, paths: [] });
  });
  followOpenedFiles((path) => takeOver(sortHandedOver([path])));
  let next: Next | null = { choice: firstChoice(start), passphrase: null };
  while (next !== null) next = await openOnce({ ...start, handed }, next, screens);
  // The window's position is written while the window closes.
  await screens.windowState.set(screens.windowState.get());
  app.exit(0);
}

/** An archive that is double clicked, or was locked, is opened as the last one is: it is never created. */
const firstChoice = ({
  archiveFolder,
  reopens,
  handedOver,
  userDataFolder,
  places,
}: WindowStart): ArchiveChoice => {
  const named = reopens ?? (archiveFolder === null ? handedOver.archiveFolder : null);
  return named === null
    ? chooseArchive(archiveFolder, openRecentArchive(userDataFolder).get(), {
        places,
        documents: documentsFolder,
      })
    : { folder: named, mayCreate: false };
};

/** A minimal Linux account has no Documents folder, for which Electron throws. */
function documentsFolder(): string {
  try {
    return app.getPath('documents');
  } catch {
    return homedir();
  }
}

/** The window, or the lock page shown in its place. */
class Screens {
  readonly windowState: StateFile<WindowState>;
  #lockPage: LockPage | null = null;
  #focus = (): void => undefined;
  #open = (_folder: string): void => undefined;

  constructor(windowState: StateFile<WindowState>) {
    this.windowState = windowState;
  }

  focus(): void {
    this.#focus();
  }

  /**
   * Leaves the open archive for another. Before an archive is open, and while it is locked, there is nothing to leave.
   */
  open(folder: string): void {
    this.#open(folder);
  }

  /** The lock page of the archive in `folder`. */
  lockPage(folder: string): LockPage {
    this.#open = () => undefined;
    if (this.#lockPage === null) {
      const page = new LockPage(this.windowState.get());
      this.#lockPage = page;
      this.#focus = () => page.focus();
    }
    this.#lockPage.standFor(folder);
    return this.#lockPage;
  }

  /** Whether the person has closed the lock page, after which nothing is opened any more. */
  isGivenUp(): boolean {
    return this.#lockPage?.isClosed === true;
  }

  /** Records that windows have replaced the lock page. */
  showWindows(windows: { focus(): void }, open: (folder: string) => void): void {
    this.#open = open;
    this.#lockPage?.close();
    this.#lockPage = null;
    this.#focus = () => windows.focus();
  }
}

/** Opens the archive and waits until its windows are closed. Returns what to open next; null: nothing. */
async function openOnce(
  start: WindowStart & { readonly handed: HandedFiles },
  next: Next,
  screens: Screens,
): Promise<Next | null> {
  const { userDataFolder, dialogs, handed, places, wantsSample } = start;
  // Created for each archive, because its listeners hold the archive in memory.
  const local = openLocalState(userDataFolder, places);
  followTheme(local);
  const opened = await openChosenArchive(start, next, local, screens);
  if (opened === null) return null;
  if (screens.isGivenUp()) {
    await opened.archive.close();
    return null;
  }
  const indexFolder = indexFolderIn(userDataFolder);
  const end = await runSession(opened, {
    local,
    dialogs,
    indexFolder,
    windowState: screens.windowState,
    isJustEncrypted: next.isJustEncrypted === true,
    wantsSample: wantsSample && next.isAskedFor !== true,
    handed,
    onFinishing: (lockNow) => {
      const page = screens.lockPage(opened.archive.folder);
      page.onCancel(lockNow);
      page.show({ kind: 'finishing' });
    },
    onWindows: (windows, open) =>
      screens.showWindows(windows, (folder) => {
        if (folder !== opened.archive.folder) open(folder);
      }),
  });
  const { folder, info, identity } = opened.archive;
  if (end.kind === 'quit' || screens.isGivenUp()) return null;
  if (end.kind === 'lock') return startAnew(folder, handed);
  if (end.kind === 'convert') return convert(end, { folder, id: info.id }, { ...start, local }, screens);
  const asked = nextOf(end.opening);
  return identity === null ? asked : leaveEncrypted({ ...start, local }, asked, screens);
}

/** An archive that was requested by name begins empty: the sample is only for a first start. */
const nextOf = ({ folder, makes }: ArchiveOpening): Next => ({
  choice: { folder, mayCreate: makes !== null, newPassphrase: makes?.passphrase ?? null },
  passphrase: makes?.passphrase ?? null,
  isAskedFor: true,
});

/**
 * Restarts the app. The passphrase, keys and texts of an encrypted archive are freed with the memory of this process
 * and its helpers, so no part has to erase them. The new process starts when this one has ended, so that neither lock
 * is still held.
 */
const startAnew = async (folder: string, handed: HandedFiles): Promise<null> => {
  const args = relaunchArguments(process.argv, { folder, files: handed.take() }, app.isPackaged);
  const { send } = process;
  // `npm start` waits for this process at a terminal and starts the new one itself, unless `npm start` has ended.
  if (send !== undefined && process.connected && !app.isPackaged)
    await new Promise<void>((resolve) => send.call(process, { startAnew: args }, () => resolve()));
  else app.relaunch({ execPath: relaunchedExecutable(process.execPath, process.env), args: [...args] });
  return null;
};

type Leaving = Pick<WindowStart, 'archiveFolder' | 'userDataFolder' | 'dialogs' | 'places'> & {
  readonly local: LocalState;
  readonly handed: HandedFiles;
};

/**
 * Opens another archive in a new process. An archive that is to be created is created in this process, since a
 * passphrase is never passed to another.
 */
const leaveEncrypted = async (leaving: Leaving, asked: Next, screens: Screens): Promise<null> => {
  const { folder, mayCreate } = asked.choice;
  if (!mayCreate) return startAnew(folder, leaving.handed);
  const made = await openChosenArchive(leaving, asked, leaving.local, screens);
  if (made === null) return null;
  await made.archive.close();
  return startAnew(made.archive.folder, leaving.handed);
};

/** Converts the archive that was closed for it, and opens it again. */
const convert = async (
  { to, passphrase }: Extract<SessionEnd, { kind: 'convert' }>,
  { folder, id }: { readonly folder: string; readonly id: ArchiveId },
  { userDataFolder, dialogs, local }: Leaving,
  screens: Screens,
): Promise<Next | null> => {
  const page = screens.lockPage(folder);
  // The index holds words unencrypted, and the process may be killed before the archive is opened again.
  if (to === 'encrypted') removeIndexes(indexFolderIn(userDataFolder), id);
  // The person removes the encryption here, with the passphrase, so there is nothing to ask about afterwards.
  else await openKnownEncrypted(userDataFolder).keep(folder, false);
  await convertWithPerson(
    { folder, to, passphrase, isShared: local.settings().isArchiveShared },
    page,
    dialogs,
  );
  return page.isClosed
    ? null
    : { choice: { folder, mayCreate: false }, passphrase, isJustEncrypted: to === 'encrypted' };
};

function followTheme(local: LocalState): void {
  nativeTheme.themeSource = local.settings().theme;
  local.onSettingsChanged(({ theme }) => {
    nativeTheme.themeSource = theme;
  });
}

async function openChosenArchive(
  { archiveFolder, userDataFolder, dialogs, places }: Omit<Leaving, 'local' | 'handed'>,
  { choice, passphrase }: Next,
  local: LocalState,
  screens: Screens,
): Promise<OpenedArchive | null> {
  const surroundings = {
    dialogs,
    places,
    encrypted: openKnownEncrypted(userDataFolder),
    isShared: () => local.settings().isArchiveShared,
    writer: () => writerNameOf(local.settings().analystName),
    askPassphrase: (folder: string, refusal: AppError | null) =>
      askPassphrase(screens.lockPage(folder), refusal),
    showMerge: (folder: string, progress: MergeProgress, cancel: () => void) => {
      const page = screens.lockPage(folder);
      page.onCancel(cancel);
      page.show({ kind: 'merging', ...progress });
    },
    onConversion: (folder: string, to: Side, done: number, total: number) =>
      screens.lockPage(folder).show({ kind: 'converting', to, done, total, course: 'resumed' }),
  };
  const opened = await openArchiveWithPerson(choice, surroundings, passphrase);
  const recent = openRecentArchive(userDataFolder);
  // An archive named on the command line does not become the one to open next time.
  if (opened !== null && opened.archive.folder !== archiveFolder) {
    await recent.set({ folder: opened.archive.folder });
  }
  return opened;
}

const askPassphrase = async (
  page: LockPage,
  refusal: AppError | null,
): Promise<string | 'other-archive' | null> => {
  const answer = await page.ask({
    kind: 'asking',
    refusal: refusal === null ? null : wordsOf(refusal, 'window'),
  });
  if (answer === 'closed') return null;
  page.show({ kind: 'opening' });
  if (answer.kind === 'other-archive') return 'other-archive';
  return answer.kind === 'passphrase' ? normalisePassphrase(answer.passphrase) : null;
};
