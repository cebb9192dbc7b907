import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { captureCommand, runCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';

/** Where Debian's package citation-style-language-styles installs the public citation styles. */
export const CITATION_STYLES = '/usr/share/citation-style-language/styles';

/**
 * System requirements of a command: `libraries` to start Electron at all, `display` to show a window, `pdf-tools` to
 * read the PDFs and the JSON that the tests make, `tracing` to watch the app from outside and let its calls fail,
 * `usb-stick` to make and mount a disk without hard links.
 *
 * @typedef {'libraries' | 'display' | 'pdf-tools' | 'tracing' | 'usb-stick'} SystemNeed
 */

/**
 * The packages for each need. For renamed packages all names, the newest first: Debian 13 and Ubuntu 24.04 renamed
 * those affected by 64-bit time.
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
 * Ensures that a command's requirements are met: on Debian, as root, by installing them; otherwise by saying what to
 * install. Only Linux is checked; elsewhere Electron and a display need no packages.
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
  // Failing to refresh one list is no reason to stop: the package may be in another.
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
 * For each package the name that apt offers here, without installed ones. If apt offers none, because its lists are
 * empty, the age of the system decides.
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

/** Whether this is Debian 13, Ubuntu 24.04, or newer, or a system without a version. */
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
 * The command line that installs the packages: with sudo if available, else for a root shell.
 *
 * @param {string[]} packages
 */
function installLine(packages) {
  const sudo = isOnPath('sudo') ? 'sudo ' : '';
  const who = sudo === '' ? 'Run this once as root' : 'Run this once';
  return `system packages are missing. ${who}, then try again:\n\n  ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}\n`;
}

/** Whether there is a desktop for showing windows. */
export const hasRealDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * @param {string} program
 * @returns {string | null} its path; null if it is not on the search path
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
 * @returns {Promise<boolean>} whether it succeeded
 */
async function aptGet(args) {
  const code = await runCommand('apt-get', args, {
    stdio: ['ignore', 'ignore', process.stderr],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return code === 0;
}
