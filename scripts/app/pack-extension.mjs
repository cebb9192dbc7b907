// Packs the browser extension as a zip, for stores and for users without Precis. The same files give the same bytes.
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** The time of every file: the earliest that a zip can store. */
const TIME = new Date(1980, 0, 1);

/**
 * @param {string} source the folder of the extension
 * @param {string} folder for the zip
 * @param {string} version of Precis
 */
export async function packExtension(source, folder, version) {
  const zip = new ZipFile();
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const name = file.slice(source.length + 1).replaceAll('\\', '/');
    zip.addFile(file, name, { mtime: TIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `precis-keep-${version}.zip`);
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}
