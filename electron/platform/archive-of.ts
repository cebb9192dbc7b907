import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ARCHIVE_LINK_ENDING, readArchiveLink } from '#domain/archive/archive-link.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { ARCHIVE_FILE } from '#electron/storage/folder/layout.ts';

/**
 * Whether a path names another machine or a device, as Windows reads it: `\\\\host\\share`, `//host/share`, `\\\\?\\…`,
 * `\\\\.\\…`. Even looking at such a path connects to the machine and authenticates there, so a path that somebody else
 * may have written is never opened.
 */
export const isNetworkPath = (path: string, platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' ? /^[\\/]{2}/u.test(path) || /^\\\?\?\\/u.test(path) : path.startsWith('\\\\');

/** No valid link file is larger. */
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
 * The archive folder that a path refers to: the folder itself, that of its `archive.json`, or that of a link to it
 * (`NAME.precis`), whose archive may be gone; null if the path is an ordinary file.
 */
export const archiveOf = (path: string): string | null => {
  if (extname(path) === `.${ARCHIVE_LINK_ENDING}`) return linkedFolder(path);
  if (basename(path) === ARCHIVE_FILE && hasArchiveFile(dirname(path))) return dirname(path);
  return hasArchiveFile(path) ? join(path) : null;
};
