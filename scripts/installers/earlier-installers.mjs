// Keeps the installers of the last build while a new one is made: electron-builder deletes an installer before it makes
// the next, and a failed build would leave none, beside checksums of missing files.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SUMS = 'SHA256SUMS';
const asideIn = (/** @type {string} */ folder) => join(folder, 'earlier');

/**
 * The names in a file of checksums, as written by writeSums.
 *
 * @param {string} file
 */
const namesIn = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => /^[0-9a-f]{64} {2}([^/\\]+)$/u.exec(line)?.[1] ?? [])
    : [];

/**
 * Moves aside the installers listed in the checksums, and the checksums themselves. Restores before that whatever a
 * killed build has left aside.
 *
 * @param {string} folder where installers are made
 */
export function setInstallersAside(folder) {
  putInstallersBack(folder, { hasMade: false });
  const named = [...namesIn(join(folder, SUMS)), SUMS].filter((name) => existsSync(join(folder, name)));
  if (named.length === 0) return;
  mkdirSync(asideIn(folder));
  for (const name of named) renameSync(join(folder, name), join(asideIn(folder), name));
}

/**
 * Moves them back: after a failed build all of them, otherwise those that were not made again. Checksums only cover one
 * build.
 *
 * @param {string} folder
 * @param {{hasMade: boolean}} build whether it has made everything that it should
 */
export function putInstallersBack(folder, { hasMade }) {
  const aside = asideIn(folder);
  if (!existsSync(aside)) return;
  for (const name of readdirSync(aside)) {
    const isMade = hasMade && (name === SUMS || existsSync(join(folder, name)));
    if (!isMade) renameSync(join(aside, name), join(folder, name));
  }
  rmSync(aside, { recursive: true });
}
