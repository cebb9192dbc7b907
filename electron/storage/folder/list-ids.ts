import { readdir } from 'node:fs/promises';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { isMissing, requireSystemError, UnreadableFolder } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { parentOf, type Whereabouts } from './layout.ts';
import { isFolderIn } from './move-folder.ts';

type Ids = { [H in RecordFolder['holds']]: Extract<RecordFolder, { holds: H }>['id'] };

const schemas = { article: articleIdSchema, memo: memoIdSchema } as const;

/** The ids of the articles or memos that have a folder, sorted. Anything else that lies there is passed over. Throws UnreadableFolder. */
export const listIds = async <H extends RecordFolder['holds']>(
  context: StorageContext,
  holds: H,
  where: Whereabouts,
): Promise<readonly Ids[H][]> => {
  const names = await listFolders(context, parentOf(holds, where));
  const ids = names.filter((name): name is Ids[H] => schemas[holds].safeParse(name).success).sort();
  // In the archive there may be ten thousand: there each is looked at when it is read.
  return where === 'archive' ? ids : ids.filter((id) => isFolderIn(context, folderNamed(holds, id), where));
};

const folderNamed = <H extends RecordFolder['holds']>(holds: H, id: Ids[H]): RecordFolder =>
  ({ holds, id }) as unknown as RecordFolder;

const listFolders = async (context: StorageContext, folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(pathOf(context, folder), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (cause) {
    if (isMissing(cause)) return [];
    requireSystemError(cause);
    throw new UnreadableFolder(folder, cause);
  }
};
