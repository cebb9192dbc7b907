import { once } from 'node:events';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { sandboxSwitches } from '../../../scripts/setup/check-sandbox.mjs';
import { makeTemporaryFolder } from '../files/temporary-folder.ts';
import { pollUntil } from '../poll-until.ts';
import { electronUnderTest } from './electron-under-test.ts';
import { fillCodeCache, keepCodeCache } from './start/code-cache.ts';

export interface LaunchOptions {
  /** Folder of the archive; a new one in a temporary folder by default. */
  archive?: string;
  /** Folder of window state and settings; a temporary one by default. */
  userData?: string;
  /** Folder of Chromium's data; that of `userData` by default. */
  sessionData?: string;
  /** Whether a new archive contains the sample, as it does for a person. */
  hasSample?: boolean;
  /** Whether to wait for the page of a locked archive. */
  isLocked?: boolean;
  /** The Electron, or a program that starts it; the one under test by default. */
  executable?: string;
  /** Further arguments of the app. */
  args?: readonly string[];
  /** Added to the environment. */
  env?: Readonly<Record<string, string>>;
}

/** A running app, as tests see it. */
export interface Precis {
  readonly app: ElectronApplication;
  /** The main window's page, loaded. */
  readonly window: Page;
  readonly archive: string;
  readonly userData: string;
  /** Whether its process is gone. */
  hasEnded(): boolean;
  /** Quits like an analyst, so that everything is saved. Does nothing if the app has ended. */
  close(): Promise<void>;
  /** Kills all of its processes at once, like a power cut. */
  killHard(): Promise<void>;
}

const mainWindowUrl = 'app://precis/index.html';
const lockPageUrl = 'app://lock/lock.html';

/** The pages of the windows that show an archive. */
export const mainPages = (app: ElectronApplication): readonly Page[] =>
  app.windows().filter((page) => !page.isClosed() && page.url().startsWith(mainWindowUrl));

/** Anything with windows. */
export type WithWindows = { windows(): readonly Page[] };

/** The page that has replaced another: the main window, or that of a locked archive. */
export const nextWindow = async (app: WithWindows, is: 'open' | 'locked'): Promise<Page> => {
  const url = is === 'open' ? mainWindowUrl : lockPageUrl;
  const find = () => app.windows().find((page) => !page.isClosed() && page.url().startsWith(url));
  const page = await pollUntil(`the window is ${is}`, find, ANSWER_WITHIN_MS);
  await page.waitForLoadState('domcontentloaded');
  return page;
};

/** Starts the built app and waits for its main window. The caller removes the folders that it names. */
export async function launchPrecis(options: LaunchOptions = {}): Promise<Precis> {
  const { archive, userData } = await foldersFor(options);
  const sessionData = options.sessionData ?? userData;
  await fillCodeCache(sessionData);
  const app = await launchElectron(options, archive, userData);
  const ending = watchEnding(app);
  const killHard = async (): Promise<void> => {
    if (!ending.hasEnded) killGroup(app);
    await ending.ended;
  };
  const url = options.isLocked === true ? lockPageUrl : mainWindowUrl;
  const window = await findWindow(app, ending, url).catch(async (error: unknown) => {
    await killHard();
    throw error;
  });
  return {
    app,
    window,
    archive,
    userData,
    hasEnded: () => ending.hasEnded,
    async close() {
      if (ending.hasEnded) return;
      await app.close();
      await keepCodeCache(sessionData);
    },
    killHard,
  };
}

/** Far longer than a start takes on a loaded machine. */
const ANSWER_WITHIN_MS = 40_000;

/** The built app, paused until Playwright is attached: see its main.mjs. */
const heldApp = join(import.meta.dirname, 'held-app');

/** Starts Electron on the built app. */
function launchElectron(
  options: LaunchOptions,
  archive: string,
  userData: string,
): Promise<ElectronApplication> {
  return electron.launch({
    timeout: ANSWER_WITHIN_MS,
    executablePath: options.executable ?? electronUnderTest(),
    args: [
      heldApp,
      ...sandboxSwitches(),
      `--user-data-dir=${userData}`,
      ...(options.sessionData === undefined ? [] : [`--session-data-dir=${options.sessionData}`]),
      '--force-device-scale-factor=1',
      '--archive',
      archive,
      ...(options.hasSample === true ? [] : ['--no-sample']),
      ...(options.args ?? []),
    ],
    env: { ...inheritedEnvironment(), TZ: 'UTC', LANG: 'en_GB.UTF-8', ...options.env },
    // Without this Playwright would turn the sandbox off even where it works.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

async function foldersFor(options: LaunchOptions): Promise<{ archive: string; userData: string }> {
  if (options.archive !== undefined && options.userData !== undefined) {
    return { archive: options.archive, userData: options.userData };
  }
  const folder = await makeTemporaryFolder();
  return {
    archive: options.archive ?? join(folder, 'archive'),
    userData: options.userData ?? join(folder, 'user-data'),
  };
}

interface Ending {
  readonly ended: Promise<unknown>;
  readonly hasEnded: boolean;
}

function watchEnding(app: ElectronApplication): Ending {
  const child = app.process();
  return {
    ended: once(child, 'exit'),
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null;
    },
  };
}

/** The importer's page is a window to Playwright too, so the main one is recognised by its address. */
async function findWindow(app: ElectronApplication, ending: Ending, url: string): Promise<Page> {
  const window = await pollUntil(
    'the main window opens',
    () => {
      if (ending.hasEnded) throw new Error('The app ended before it opened its window.');
      return app.windows().find((page) => page.url().startsWith(url));
    },
    ANSWER_WITHIN_MS,
  );
  await window.waitForLoadState('domcontentloaded');
  return window;
}

/** Playwright starts the app as the leader of its own process group. */
function killGroup(app: ElectronApplication): void {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The app has no process.');
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
