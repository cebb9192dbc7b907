import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { captureCommand, runCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';

/**
 * What a command needs of the system: `libraries` to start Electron at all, `display` to show a window,
 * `pdf-tools` to read the PDFs that the tests make, `tracing` to watch the app from outside and let its calls fail,
 * `usb-stick` to make and mount a disk without hard links.
 *
 * @typedef {'libraries' | 'display' | 'pdf-tools' | 'tracing' | 'usb-stick'} SystemNeed
 */

/** @type {Record<SystemNeed, string[]>} */
const debianPackages = {
  libraries: ['libgtk-3-0t64', 'libnss3', 'libgbm1', 'libasound2t64', 'libxss1'],
  display: ['xvfb'],
  'pdf-tools': ['poppler-utils', 'qpdf'],
  tracing: ['strace'],
  'usb-stick': ['exfat-fuse', 'exfatprogs'],
};

/**
 * Sees to it that what a command needs is there: on Debian, as root, by installing it; else by saying what
 * to install. Only Linux is looked at; elsewhere Electron and a display come without packages.
 *
 * @param {SystemNeed[]} needs
 * @param {string} executable of Electron
 */
export async function provideSystemPackages(needs, executable) {
  if (process.platform !== 'linux') return;
  const lacking = needs.filter((need) => isLacking(need, executable));
  if (lacking.length === 0) return;
  const packages = lacking.flatMap((need) => debianPackages[need]);
  if (!isOnPath('apt-get')) {
    throw new SetupError(
      `this system lacks ${lacking.join(' and ')}; on Debian these would be: ${packages.join(' ')}`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `system packages are missing. Run this once, then try again:\n\n  ${installLine(packages)}\n`,
    );
  }
  say(`installing system packages: ${packages.join(' ')}`);
  // A list that could not be refreshed is no reason to stop: what is needed may stand in another.
  await aptGet(['update', '-q']);
  if (!(await aptGet(['install', '-q', '-y', '--no-install-recommends', ...packages]))) {
    throw new SetupError('the packages could not be installed; what apt-get said stands above.');
  }
  const stillLacking = lacking.filter((need) => isLacking(need, executable));
  if (stillLacking.length > 0) {
    throw new SetupError(`these are still missing after the installation: ${stillLacking.join(', ')}`);
  }
}

/**
 * @param {SystemNeed} need
 * @param {string} executable
 */
function isLacking(need, executable) {
  if (need === 'display') return !hasRealDisplay() && !isOnPath('Xvfb');
  if (need === 'pdf-tools') return !['pdftotext', 'pdfinfo', 'pdftoppm', 'qpdf'].every(isOnPath);
  if (need === 'tracing') return !isOnPath('strace');
  if (need === 'usb-stick') return !['mkfs.exfat', 'mount.exfat-fuse'].every(isOnPath);
  return captureCommand('ldd', [executable]).output.includes('not found');
}

/** @param {string[]} packages */
const installLine = (packages) =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Whether a desktop is there to show windows on. */
export const hasRealDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * @param {string} program
 * @returns {string | null} where it stands; null where it is not on the path
 */
export const programOnPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path)) ?? null;

/** @param {string} program */
export const isOnPath = (program) => programOnPath(program) !== null;

/**
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it did what it was asked
 */
async function aptGet(args) {
  const code = await runCommand('apt-get', args, {
    stdio: ['ignore', 'ignore', process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return code === 0;
}
