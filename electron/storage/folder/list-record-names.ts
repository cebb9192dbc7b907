import { readdir } from 'node:fs/promises';
import { isMissing, requireSystemError, UnreadableFolder } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

const ENDING = '.json';

/** The names of the JSON files of a folder, without their ending; none where there is no such folder. Throws UnreadableFolder. */
export const listRecordNames = async (
  context: StorageContext,
  folder: string,
): Promise<readonly string[]> => {
  try {
    const names = await readdir(pathOf(context, folder));
    return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
  } catch (cause) {
    if (isMissing(cause)) return [];
    requireSystemError(cause);
    throw new UnreadableFolder(folder, cause);
  }
};
