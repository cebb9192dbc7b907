import { lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Sets the dates of everything in a folder, and of the folder, to SOURCE_DATE_EPOCH, so that the package does not
 * depend on when it was laid out: https://reproducible-builds.org/specs/source-date-epoch/. Does nothing if that is not
 * set.
 *
 * @param {string} folder
 */
export function setTimes(folder) {
  const seconds = Number(process.env.SOURCE_DATE_EPOCH);
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lutimesSync(join(entry.parentPath, entry.name), seconds, seconds);
  }
  lutimesSync(folder, seconds, seconds);
}
