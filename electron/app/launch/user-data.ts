import { rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { log } from '#electron/platform/log.ts';
import type { LaunchOptions } from './launch-options.ts';
import { makeSessionFolder, removeLeftSessions } from './session-folders.ts';

const COMMAND_LINE = 'command-line';

/**
 * Sets where this run keeps its settings and its log; has to be called before anything is written. The command line has
 * its own folder inside that of the window.
 */
export function settleUserData({ mode, userDataFolder }: LaunchOptions): string {
  const folder = userDataFolder ?? join(systemFolder(), 'Precis');
  const own = mode === 'window' ? folder : join(folder, COMMAND_LINE);
  app.setPath('userData', own);
  return own;
}

/** The system's folder for settings: XDG_CONFIG_HOME counts only where it is absolute (XDG Base Directory, 0.8). */
const systemFolder = (): string => {
  const named = app.getPath('appData');
  return isAbsolute(named) ? named : join(app.getPath('home'), '.config');
};

/** The folder of the search indexes, shared by the window and its command line. It can be deleted at any time. */
export const indexFolderIn = (userDataFolder: string): string => join(userDataFolder, 'index');

/** Where the spelling dictionaries are kept that the analyst adds. */
export const dictionaryFolderIn = (userDataFolder: string): string => join(userDataFolder, 'dictionaries');

/** Where the languages for OCR are kept that the analyst adds; the command line reads those of the window. */
export const ocrFolderIn = (userDataFolder: string): string =>
  join(basename(userDataFolder) === COMMAND_LINE ? dirname(userDataFolder) : userDataFolder, 'ocr');

/**
 * Makes Chromium keep its files in a folder that is removed when the app ends, so that two runs of the command line
 * never share one. Has to be called before the app is ready. Returns a function that removes the folder.
 */
export function keepSessionDataForOnce(): () => void {
  const folder = makeSessionFolder();
  app.setPath('sessionData', folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // This also removes what Chromium writes while it ends. An app that exits as soon as it is ready never emits `quit`.
  app.on('quit', remove);
  clearLeftSessions();
  return remove;
}

/** A failure to clear left folders must not prevent the start. */
function clearLeftSessions(): void {
  try {
    removeLeftSessions();
  } catch (error) {
    log.warn('sessions of earlier runs could not be removed', error);
  }
}
