import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ARCHIVE_LINK_ENDING, readArchiveLink } from '#domain/archive/archive-link.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { ARCHIVE_FILE } from '#electron/storage/folder/layout.ts';

/**
 * Whether a path names another machine or a device, as Windows reads it: `\\\\host\\share`, `//host/share`, `\\\\?\\…`,
 * `\\\\.\\…`. To look at one is to connect, and to say there who one is: nothing that somebody else may have written
 * opens it.
 */
export const isNetworkPath = (path: string, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' ? /^[\\/]{2}/u.test(path) || /^\\\?\?\\/u.test(path) : path.startsWith('\\\\');

/** No link is larger. */
const MAX_LINK_BYTES = 64 * 1024;

const linkedFolder = (path: string): string | null => {
  try {
    if (statSync(path).size > MAX_LINK_BYTES) return null;
    const folder = readArchiveLink(readFileSync(path, 'utf8'));
    if (folder === null || isNetworkPath(folder)) return null;
    return resolve(dirname(path), folder);
  } catch {
    return null;
  }
};

/**
 * The folder of the archive that a path means: that of the folder itself, of its `archive.json`, or of a link to it
 * (`NAME.precis`), whose archive may be gone; null where it means none, and is a file like any other.
 */
export const archiveOf = (path: string): string | null => {
  if (extname(path) === `.${ARCHIVE_LINK_ENDING}`) return linkedFolder(path);
  if (basename(path) === ARCHIVE_FILE && hasArchiveFile(dirname(path))) return dirname(path);
  return hasArchiveFile(path) ? join(path) : null;
};
