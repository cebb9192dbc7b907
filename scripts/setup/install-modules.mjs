import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../run/paths.mjs';
import { captureRunning, npmCommand } from '../run/run-command.mjs';
import { SetupError, say } from '../run/say.mjs';
import { explainNpm } from './npm-trouble.mjs';

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[]}}
 * LockedPackage
 */

/** Installs the packages of the lockfile, unless exactly those are installed. */
export async function installModules() {
  if (missingPackages().length === 0) return;
  say('installing the locked packages (npm ci); this takes half a minute or so.');
  const [program, args] = npmCommand([
    'ci',
    '--ignore-scripts',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  const { succeeded, output } = await captureRunning(program, args, { shell: program.endsWith('.cmd') });
  if (!succeeded) throw new SetupError(`npm ci failed:\n${explainNpm(output)}`);
  // npm may succeed and still have left out a package.
  const missing = missingPackages();
  if (missing.length > 0) {
    const named = missing.slice(0, 5).join(', ');
    throw new SetupError(
      `npm ci ended without a failure, and yet ${missing.length} of the locked packages are not installed (${named}):\n${explainNpm(output)}`,
    );
  }
}

/**
 * The packages of the lockfile that node_modules lacks in that version: npm leaves a record there of what it installed,
 * and a package without a folder is not installed either. Includes those that were removed from the lockfile.
 */
function missingPackages() {
  const record = inProject('node_modules/.package-lock.json');
  const locked = readPackages(inProject('package-lock.json'));
  const installed = existsSync(record) ? readPackages(record) : {};
  const missing = Object.entries(locked).filter(([path, wanted]) => {
    const found = installed[path];
    if (found === undefined) return path !== '' && (wanted.optional !== true || isBuiltForHere(wanted));
    return (
      found.version !== wanted.version ||
      found.integrity !== wanted.integrity ||
      !existsSync(inProject(path, 'package.json'))
    );
  });
  const leftOver = Object.keys(installed).filter((path) => !(path in locked));
  return [...missing.map(([path]) => path), ...leftOver].map((path) => path.replace('node_modules/', ''));
}

/**
 * Native code comes as one optional package for each platform: npm ignores one that it could not fetch, and the app
 * would lack it.
 *
 * @param {LockedPackage} wanted
 */
function isBuiltForHere({ os, cpu, libc }) {
  if (os === undefined || cpu === undefined) return false;
  const isGlibc = 'glibcVersionRuntime' in Object(Object(process.report?.getReport()).header);
  return (
    os.includes(process.platform) &&
    cpu.includes(process.arch) &&
    (libc === undefined || libc.includes(isGlibc ? 'glibc' : 'musl'))
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
