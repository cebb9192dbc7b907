import { lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Dates everything in a folder, and itself, at SOURCE_DATE_EPOCH, so that it packs the same whenever it was laid out:
 * https://reproducible-builds.org/specs/source-date-epoch/. Leaves the dates where that is not set.
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
