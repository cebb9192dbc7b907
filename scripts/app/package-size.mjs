import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How much the app may add to Electron, unpacked. */
const MAX_PACKAGE_BYTES = 220_000_000;

/**
 * The total size of all files below `folder`.
 *
 * @param {string} folder
 * @returns {number}
 */
function sizeOfFolder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/**
 * Throws if the app in `resources`, which is all that it adds to Electron, exceeds its maximum size.
 *
 * @param {string} resources
 * @returns {number} its bytes
 */
export function checkPackageSize(resources) {
  const bytes = sizeOfFolder(resources);
  if (bytes > MAX_PACKAGE_BYTES) {
    throw new Error(`the app takes ${bytes} bytes, more than the ${MAX_PACKAGE_BYTES} that it may`);
  }
  return bytes;
}
