import { inProject } from '../run/paths.mjs';
import { captureCommand } from '../run/run-command.mjs';
import { isOnPath, programOnPath } from '../setup/system-packages.mjs';

/**
 * What electron-builder is told by its environment: where tools stand that it would download otherwise, and a date for
 * everything that is packed, that of the last commit. What is set already stays.
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
