import { checkNode } from './check-node.mjs';
import { findElectron } from './find-electron.mjs';
import { installModules } from './install-modules.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * Prepares a clone, however bare, for building and starting the app. Each step checks first and only does what is
 * missing, so it takes a moment if everything is there.
 *
 * @param {import('./system-packages.mjs').SystemNeed[]} [needs] beyond what Electron itself needs
 * @returns {Promise<import('./find-electron.mjs').Electron>}
 */
export async function setUp(needs = []) {
  await setUpModules();
  const electron = await findElectron();
  await provideSystemPackages(['libraries', ...needs], electron.executable);
  return electron;
}

/** The part that needs no Electron: the right Node and the locked packages. */
export async function setUpModules() {
  checkNode();
  await installModules();
}
