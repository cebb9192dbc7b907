import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ARCHIVE_FORMAT } from '#domain/archive/files.ts';
import { requireSystemError } from '../file/system-error.ts';
import { hasArchiveFile } from './inspect-folder.ts';
import { ARCHIVE_FILE } from './layout.ts';

/**
 * The archive whose folder contains `path`, at any depth, whether `path` exists or not; null if there is none. Links
 * are followed. An `archive.json` of another program is not an archive; an unreadable one may be ours, and counts.
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

/** If a folder can't be listed, as may be the case above a home folder, only its `archive.json` can decide. */
const isArchive = (folder: string): boolean => {
  try {
    return hasArchiveFile(folder);
  } catch (cause) {
    requireSystemError(cause);
    return false;
  }
};

/** The real path of the folder; if it does not exist yet, the path that it would have. */
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
