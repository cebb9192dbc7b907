import { checkNode } from './check-node.mjs';
import { findElectron } from './find-electron.mjs';
import { installModules } from './install-modules.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * Brings a clone, however bare, to where the app can be built and started. Each step looks first and does
 * only what is missing, so it costs a moment where everything is there.
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
