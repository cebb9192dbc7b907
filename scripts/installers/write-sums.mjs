// Called by electron-builder when all installers are made.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Writes SHA256SUMS beside the installers, in the format of `sha256sum --check` and `shasum -a 256 --check`.
 *
 * @param {{outDir: string, artifactPaths: string[]}} made
 * @returns {string[]} further artifacts for electron-builder to publish: none
 */
export default function writeSums({ outDir, artifactPaths }) {
  const sums = artifactPaths.toSorted().map((path) => {
    const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
    return `${sum}  ${basename(path)}\n`;
  });
  if (sums.length > 0) writeFileSync(join(outDir, 'SHA256SUMS'), sums.join(''));
  return [];
}
