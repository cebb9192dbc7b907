import { inProject } from '../run/paths.mjs';
import { captureCommand } from '../run/run-command.mjs';
import { isOnPath, programOnPath } from '../setup/system-packages.mjs';

/**
 * Environment variables for electron-builder: the tools that it would otherwise download, and the date of all packed
 * files, that of the last commit. Variables that are already set stay.
 *
 * @returns {Record<string, string>}
 */
export function installerEnvironment() {
  const sevenZip = programOnPath('7za');
  const committed = captureCommand('git', ['log', '-1', '--format=%ct']);
  return {
    ...(isOnPath('dpkg-deb') && { CUSTOM_FPM_PATH: inProject('scripts/installers/deb/make-deb.mjs') }),
    ...(sevenZip !== null && { ELECTRON_BUILDER_7ZIP_PATH: sevenZip }),
    ...(committed.succeeded && { SOURCE_DATE_EPOCH: committed.stdout.trim() }),
  };
}
