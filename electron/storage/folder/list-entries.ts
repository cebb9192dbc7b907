import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isMissing, requireSystemError, UnreadableFolder } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

/** What lies in a folder of the archive; nothing where there is no such folder. Throws UnreadableFolder. */
export const listEntries = async (context: StorageContext, folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(pathOf(context, folder), { withFileTypes: true });
  } catch (cause) {
    if (isMissing(cause)) return [];
    requireSystemError(cause);
    throw new UnreadableFolder(folder, cause);
  }
};
