import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ARCHIVE_FORMAT } from '#domain/archive/files.ts';
import { requireSystemError } from '../file/system-error.ts';
import { hasArchiveFile } from './inspect-folder.ts';
import { ARCHIVE_FILE } from './layout.ts';

/**
 * The archive in whose folder, however deep, `path` stands or would stand; null where it is in none. Links are
 * followed. An `archive.json` of another program makes no archive; one that can't be read may be ours, and counts.
 */
export const findArchiveAround = (path: string): string | null => {
  let folder = realFolder(dirname(path));
  for (;;) {
    if (isArchive(folder) && mayBeOurs(join(folder, ARCHIVE_FILE))) return folder;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
};

/** Of a folder that can't be listed, as one above a home folder may be, its `archive.json` alone can tell. */
const isArchive = (folder: string): boolean => {
  try {
    return hasArchiveFile(folder);
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};

/** The folder where it really lies; of one that does not exist yet, where it would. */
const realFolder = (folder: string): string => {
  const parent = dirname(folder);
  if (existsSync(folder) || parent === folder) return realpathSync(folder);
  return join(realFolder(parent), folder.slice(parent.length));
};

const mayBeOurs = (archiveFile: string): boolean => {
  try {
    const content: unknown = JSON.parse(readFileSync(archiveFile, 'utf8'));
    if (typeof content !== 'object' || content === null || !('format' in content)) return false;
    return content.format === ARCHIVE_FORMAT;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) requireSystemError(cause);
    return true;
  }
};
