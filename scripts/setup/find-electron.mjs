import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, sharedCache } from '../run/paths.mjs';
import { captureRunning } from '../run/run-command.mjs';
import { say, sayWhile } from '../run/say.mjs';
import { provideFallbackElectron } from './fallback-electron.mjs';

/**
 * @typedef {object} Electron
 * @property {string} folder for electron-builder's electronDist
 * @property {string} executable
 * @property {string} version
 */

const retryAfterMs = 24 * 60 * 60 * 1000;
const downloadTimeoutMs = 10 * 60 * 1000;

/**
 * The Electron to run on: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the official one, else the fallback.
 *
 * @returns {Promise<Electron>}
 */
export async function findElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return describeElectron(named);
  const official = await findOfficialElectron();
  if (official) return describeElectron(official);
  const fallback = describeElectron(await provideFallbackElectron());
  say(`running on Electron ${fallback.version}, a fallback for development only.`);
  return fallback;
}

/**
 * @param {string} folder
 * @returns {Electron}
 */
function describeElectron(folder) {
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder, executable: join(folder, executableName()), version };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @returns {Promise<string | null>} the folder of the official Electron, downloaded if it can be */
async function findOfficialElectron() {
  const folder = inProject('node_modules/electron/dist');
  const isThere = () => existsSync(join(folder, executableName()));
  if (isThere()) return folder;
  if (wasRefusedLately()) return null;
  say('fetching the official Electron.');
  const startedMs = Date.now();
  const fetched = await sayWhile(
    () => `fetching the official Electron, for ${Math.round((Date.now() - startedMs) / 1000)} s.`,
    captureRunning(process.execPath, [inProject('node_modules/electron/install.js')], {
      timeout: downloadTimeoutMs,
    }),
  );
  if (fetched.succeeded && isThere()) return folder;
  const reason = /(?:Error|error): (.*)/u.exec(fetched.output)?.[1];
  say(`the official Electron cannot be reached from here${reason === undefined ? '' : ` (${reason})`}.`);
  mkdirSync(sharedCache, { recursive: true });
  writeFileSync(refusalFile(), fetched.output);
  return null;
}

/** A failed download is retried after a day, not before each run. */
function wasRefusedLately() {
  const refusal = statSync(refusalFile(), { throwIfNoEntry: false });
  return refusal !== undefined && Date.now() - refusal.mtimeMs < retryAfterMs;
}

const refusalFile = () => join(sharedCache, 'official-electron-refused.log');
