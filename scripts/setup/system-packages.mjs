import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { captureCommand, runCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';

/** Where Debian's package citation-style-language-styles puts the public citation styles. */
export const CITATION_STYLES = '/usr/share/citation-style-language/styles';

/**
 * What a command needs of the system: `libraries` to start Electron at all, `display` to show a window,
 * `pdf-tools` to read the PDFs and the JSON that the tests make, `tracing` to watch the app from outside and let its
 * calls fail, `usb-stick` to make and mount a disk without hard links.
 *
 * @typedef {'libraries' | 'display' | 'pdf-tools' | 'tracing' | 'usb-stick'} SystemNeed
 */

/**
 * The packages of each need. Where a package was renamed, all of its names, the newest first: Debian 13 and Ubuntu
 * 24.04 renamed what holds times of 64 bits.
 *
 * @type {Record<SystemNeed, string[][]>}
 */
const debianPackages = {
  libraries: [
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libnss3'],
    ['libgbm1'],
    ['libasound2t64', 'libasound2'],
    ['libxss1'],
  ],
  display: [['xvfb']],
  'pdf-tools': [['poppler-utils'], ['qpdf'], ['jq']],
  tracing: [['strace']],
  'usb-stick': [['exfat-fuse'], ['exfatprogs']],
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
  const wanted = lacking.flatMap((need) => debianPackages[need]);
  if (!isOnPath('apt-get')) {
    const names = wanted.map((each) => each.join(' or '));
    throw new SetupError(
      `this system lacks ${lacking.join(' and ')}; on Debian these would be: ${names.join(', ')}`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  // A list that could not be refreshed is no reason to stop: what is needed may stand in another.
  if (isRoot) await aptGet(['update', '-q']);
  const packages = choosePackages(wanted, readAptNames());
  if (!isRoot) throw new SetupError(installLine(packages));
  say(`installing system packages: ${packages.join(' ')}`);
  if (!(await aptGet(['install', '-q', '-y', '--no-install-recommends', ...packages]))) {
    throw new SetupError('the packages could not be installed; what apt-get said stands above.');
  }
  const stillLacking = lacking.filter((need) => isLacking(need, executable));
  if (stillLacking.length > 0) {
    const libraries = stillLacking.includes('libraries')
      ? ` (${lackingLibraries(executable).join(', ')})`
      : '';
    throw new SetupError(
      `these are still missing after the installation: ${stillLacking.join(', ')}${libraries}`,
    );
  }
}

/** @typedef {{installed: ReadonlySet<string>, offered: ReadonlySet<string>, hasTime64: boolean}} AptNames */

/**
 * Of each package the name that apt offers here, without those that are installed. Where apt offers none, since its
 * lists are empty, the age of the system tells.
 *
 * @param {readonly (readonly string[])[]} wanted
 * @param {AptNames} apt
 * @returns {string[]}
 */
export const choosePackages = (wanted, { installed, offered, hasTime64 }) =>
  wanted
    .filter((names) => !names.some((name) => installed.has(name)))
    .map((names) => names.find((name) => offered.has(name)) ?? (hasTime64 ? names[0] : names.at(-1)) ?? '');

/** @returns {AptNames} */
function readAptNames() {
  const names = Object.values(debianPackages).flat(2);
  const status = captureCommand('dpkg-query', [
    '-W',
    '-f',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own fields
    '${db:Status-Abbrev}${Package}\n',
    ...names,
  ]).stdout;
  const policy = captureCommand('apt-cache', ['policy', ...names], {
    env: { ...process.env, LC_ALL: 'C' },
  }).stdout;
  return {
    installed: new Set([...status.matchAll(/^ii (\S+)$/gmu)].map(([, name = '']) => name)),
    offered: new Set(
      [...policy.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gmu)].map(([, name = '']) => name),
    ),
    hasTime64: hasTime64(),
  };
}

/** Whether this is Debian 13, Ubuntu 24.04, or newer, or what names no version. */
function hasTime64() {
  const file = '/etc/os-release';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const version = Number(/^VERSION_ID="?([\d.]+)/mu.exec(text)?.[1]);
  if (Number.isNaN(version)) return true;
  return version >= (/^ID="?ubuntu/mu.test(text) ? 24 : 13);
}

/**
 * @param {SystemNeed} need
 * @param {string} executable
 */
function isLacking(need, executable) {
  if (need === 'display') return !hasRealDisplay() && !isOnPath('Xvfb');
  if (need === 'pdf-tools') return !['pdftotext', 'pdfinfo', 'pdftoppm', 'qpdf', 'jq'].every(isOnPath);
  if (need === 'tracing') return !isOnPath('strace');
  if (need === 'usb-stick') return !['mkfs.exfat', 'mount.exfat-fuse'].every(isOnPath);
  return lackingLibraries(executable).length > 0;
}

/** @param {string} executable */
const lackingLibraries = (executable) =>
  [...captureCommand('ldd', [executable]).output.matchAll(/(\S+) => not found/gu)].map(
    ([, name = '']) => name,
  );

/**
 * What a person runs who may install: sudo where it is there, else root's own shell.
 *
 * @param {string[]} packages
 */
function installLine(packages) {
  const sudo = isOnPath('sudo') ? 'sudo ' : '';
  const who = sudo === '' ? 'Run this once as root' : 'Run this once';
  return `system packages are missing. ${who}, then try again:\n\n  ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}\n`;
}

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
