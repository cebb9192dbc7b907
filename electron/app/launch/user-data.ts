import { rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { log } from '#electron/platform/log.ts';
import type { LaunchOptions } from './launch-options.ts';
import { makeSessionFolder, removeLeftSessions } from './session-folders.ts';

const COMMAND_LINE = 'command-line';

/**
 * Settles where this run keeps its settings and its log, before anything is kept. The command line has a folder of
 * its own inside the window's.
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

/** Where the indexes for search are kept, of the window and of its command line: each can be deleted at any time. */
export const indexFolderIn = (userDataFolder: string): string => join(userDataFolder, 'index');

/** Where the spelling dictionaries are kept that the analyst adds. */
export const dictionaryFolderIn = (userDataFolder: string): string => join(userDataFolder, 'dictionaries');

/** Where the languages for OCR are kept that the analyst adds; the command line reads those of the window. */
export const ocrFolderIn = (userDataFolder: string): string =>
  join(basename(userDataFolder) === COMMAND_LINE ? dirname(userDataFolder) : userDataFolder, 'ocr');

/**
 * Lets Chromium keep what it keeps in a folder that goes when the app ends: two runs of the command line at once
 * never meet there. Has to be called before the app is ready. Answers how to remove it.
 */
export function keepSessionDataForOnce(): () => void {
  const folder = makeSessionFolder();
  app.setPath('sessionData', folder);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // What Chromium still writes while it ends goes too. An app that exits as soon as it is ready never quits.
  app.on('quit', remove);
  clearLeftSessions();
  return remove;
}

/** Room that is not given back is no reason not to start. */
function clearLeftSessions(): void {
  try {
    removeLeftSessions();
  } catch (error) {
    log.warn('sessions of earlier runs could not be removed', error);
  }
}
