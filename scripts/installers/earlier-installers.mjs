// The installers of the last build, while a new one is made: electron-builder deletes an installer before it makes the
// next, and a build that fails would leave none, beside sums of what is gone.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const SUMS = 'SHA256SUMS';
const asideIn = (/** @type {string} */ folder) => join(folder, 'earlier');

/**
 * The names in a file of sums, as writeSums writes it.
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
 * Sets the installers aside that the sums name, and the sums themselves. What a build that was killed has left aside is
 * put back before.
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
 * Puts them back: after a build that has failed as they were, and else what it has not made anew. Sums are those of one
 * build.
 *
 * @param {string} folder
 * @param {{hasMade: boolean}} build whether it has made all that it was to make
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
