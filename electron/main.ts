import { dirname } from 'node:path';
import { app } from 'electron';
import { writerNameOf } from '#domain/written-by.ts';
import { declareAppScheme } from '#electron/app/guard/app-protocol.ts';
import { guardPages, hardenSessions, setChromiumSwitches } from '#electron/app/guard/harden-chromium.ts';
import { readHandedOver } from '#electron/app/launch/handed-over.ts';
import { readLaunchOptions } from '#electron/app/launch/launch-options.ts';
import { listenForOpenedFiles } from '#electron/app/launch/opened-files.ts';
import { refusedSwitchesIn } from '#electron/app/launch/refused-switches.ts';
import { indexFolderIn, keepSessionDataForOnce, settleUserData } from '#electron/app/launch/user-data.ts';
import { type ChosenPlaces, openChosenPlaces } from './platform/chosen-places.ts';
import { type Dialogs, systemDialogs } from './platform/dialogs.ts';
import { log, logUncaughtBugs, startLog } from './platform/log.ts';
import { openLocalState } from './platform/open-local-state.ts';
import { scriptedDialogs } from './platform/scripted-dialogs.ts';
import { systemSeal } from './platform/system-seal.ts';

// Start-up in order. All of it has to happen before the app is ready, which only occurs after this module was
// evaluated. So nothing of the window is awaited here. Window and command line are loaded after it, each without the
// other, because most of a start is loading code. A command that needs no page is awaited, and ends before the app
// would be ready: what Chromium sets up for pages takes such a command a sixth of its time.

refuseSwitches();
const launch = readLaunchOptions(process.argv, process.env, process.cwd());
const userDataFolder = settleUserData(launch);
startLog(userDataFolder);
log.info(`Precis ${app.getVersion()}, Electron ${process.versions.electron}, ${launch.mode}`);
logUncaughtBugs();
setChromiumSwitches(launch.mode);
declareAppScheme();
hardenSessions();
guardPages();
listenForOpenedFiles();
const handedOver = readHandedOver(process.argv, process.env.INIT_CWD ?? process.cwd(), app.isPackaged);
if (launch.mode === 'command-line') await new Promise<void>((resolve) => void answerCommandLine(resolve));
else if (app.requestSingleInstanceLock(handedOver)) void openWindow();
else app.quit();

/** A packaged app refuses to start with a debugging switch. */
function refuseSwitches(): void {
  const refused = app.isPackaged ? refusedSwitchesIn(process.argv, process.getuid?.() === 0) : [];
  if (refused.length === 0) return;
  console.error(
    `Precis does not start with --${refused.join(', --')}: nothing but the app itself reads an archive, and its pages stay in the sandbox.`,
  );
  process.exit(2);
}

async function openWindow(): Promise<void> {
  try {
    const { archiveFolder, reopens, wantsSample } = launch;
    const places = placesIn(userDataFolder);
    const { startWindow } = await import('./app/start-window.ts');
    await startWindow({
      archiveFolder,
      places,
      reopens,
      handedOver,
      wantsSample,
      userDataFolder,
      dialogs: chooseDialogs(),
    });
  } catch (error) {
    log.error('the window could not be opened', error);
    app.exit(1);
  }
}

/**
 * @param letReady lets this module finish its evaluation, so that the app gets ready; called when a command needs that
 */
async function answerCommandLine(letReady: () => void): Promise<void> {
  // Has to be called before the app is ready, and so before anything is awaited.
  const removeSessionData = keepSessionDataForOnce();
  try {
    const { runCommandLine } = await import('./cli/run-command-line.ts');
    const windowFolder = dirname(userDataFolder);
    const ofWindow = () => openLocalState(windowFolder, placesIn(windowFolder));
    const exitCode = await runCommandLine({
      words: launch.words,
      appVersion: app.getVersion(),
      usualArchive: process.env.PRECIS_ARCHIVE || null,
      workingFolder: process.env.INIT_CWD ?? process.cwd(),
      getReady() {
        letReady();
        return app.whenReady();
      },
      local: openLocalState(userDataFolder, placesIn(userDataFolder)),
      indexFolder: indexFolderIn(dirname(userDataFolder)),
      passphraseFile: process.env.PRECIS_PASSPHRASE_FILE || null,
      // The command line's own folder is inside that of the window.
      backupFolderOf: (id) => ofWindow().backupPlan(id)?.folder ?? null,
      isArchiveShared: () => ofWindow().settings().isArchiveShared,
      writer: () => writerNameOf(ofWindow().settings().analystName),
    });
    removeSessionData();
    app.exit(exitCode);
  } catch (error) {
    log.error('the command line failed', error);
    console.error(error);
    app.exit(1);
  }
}

/** The folders that may be opened without a question. */
function placesIn(folder: string): ChosenPlaces {
  return openChosenPlaces(folder, { seal: systemSeal, isWindows: process.platform === 'win32' });
}

/** Tests script the dialogs of an unpackaged build; a packaged app has only those of the system. */
function chooseDialogs(): Dialogs {
  const script = process.env.PRECIS_TEST_DIALOGS;
  return script !== undefined && !app.isPackaged ? scriptedDialogs(script) : systemDialogs;
}
