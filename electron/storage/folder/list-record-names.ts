import type { StorageContext } from '../storage-context.ts';
import { listEntries } from './list-entries.ts';

const ENDING = '.json';

/** The names of the JSON files of a folder, without their ending; none where there is no such folder. Throws UnreadableFolder. */
export const listRecordNames = async (
  context: StorageContext,
  folder: string,
): Promise<readonly string[]> => {
  const names = (await listEntries(context, folder)).map(({ name }) => name);
  return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
};
