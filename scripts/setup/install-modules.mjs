import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { npmCommand, runCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';

/** @typedef {{version?: string, integrity?: string, optional?: boolean}} LockedPackage */

/** Installs what the lockfile names, unless exactly that is installed. */
export async function installModules() {
  if (isInstalledAsLocked()) return;
  say('installing the locked packages (npm ci); this takes half a minute or so.');
  const [program, args] = npmCommand(['ci', '--ignore-scripts', '--loglevel=error']);
  // npm's own words go to stderr too: stdout may be somebody's pipe.
  const code = await runCommand(program, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    shell: program.endsWith('.cmd'),
  });
  if (code !== 0) throw new SetupError('npm ci failed; what it said stands above.');
}

/** npm leaves a record of what it installed in node_modules: it is held against the lockfile. */
function isInstalledAsLocked() {
  const record = inProject('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = readPackages(inProject('package-lock.json'));
  const installed = readPackages(record);
  const isSame = Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    if (found === undefined) return path === '' || wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
  return isSame && Object.keys(installed).every((path) => path in locked);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
