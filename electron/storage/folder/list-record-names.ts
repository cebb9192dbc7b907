import { type FormId, formIdSchema } from '#domain/ids.ts';
import type { StorageContext } from '../storage-context.ts';
import { FORM_FOLDER } from './layout.ts';
import { listEntries } from './list-entries.ts';

const ENDING = '.json';

/**
 * The names of the JSON files of a folder, without their ending; none where there is no such folder. Throws
 * UnreadableFolder.
 */
export const listRecordNames = async (
  context: StorageContext,
  folder: string,
): Promise<readonly string[]> => {
  const names = (await listEntries(context, folder)).map(({ name }) => name);
  return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
};

/** The ids of the archive's own forms that have a file, sorted. Anything else that lies there is passed over. */
export const listFormIds = async (context: StorageContext): Promise<readonly FormId[]> =>
  (await listRecordNames(context, FORM_FOLDER))
    .flatMap((name) => formIdSchema.safeParse(name).data ?? [])
    .sort();
