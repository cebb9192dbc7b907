import { readdir } from 'node:fs/promises';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { isMissing } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { parentOf, type Whereabouts } from './layout.ts';

type Ids = { [H in RecordFolder['holds']]: Extract<RecordFolder, { holds: H }>['id'] };

const schemas = { article: articleIdSchema, memo: memoIdSchema } as const;

/** The ids of the articles or memos that have a folder, sorted. Anything else that lies there is passed over. */
export const listIds = async <H extends RecordFolder['holds']>(
  context: StorageContext,
  holds: H,
  where: Whereabouts,
): Promise<readonly Ids[H][]> => {
  const names = await listFolders(pathOf(context, parentOf(holds, where)));
  return names.filter((name): name is Ids[H] => schemas[holds].safeParse(name).success).sort();
};

const listFolders = async (path: string): Promise<string[]> => {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
