import type { Dirent } from 'node:fs';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { parentOf, type Whereabouts } from './layout.ts';
import { listEntries } from './list-entries.ts';
import { isFolderIn } from './move-folder.ts';
import { ownName } from './own-name.ts';

type Ids = { [H in RecordFolder['kind']]: Extract<RecordFolder, { kind: H }>['id'] };

const schemas = { article: articleIdSchema, memo: memoIdSchema } as const;

/**
 * The ids of the articles or memos that have a folder, sorted. Anything else that lies there is passed over. Throws
 * UnreadableFolder.
 */
export const listIds = async <H extends RecordFolder['kind']>(
  context: StorageContext,
  kind: H,
  where: Whereabouts,
): Promise<readonly Ids[H][]> => {
  const entries = await listEntries(context, parentOf(kind, where));
  // A link in the place of a folder is not passed over in the archive: whoever reads it is told where it leads.
  const isFolder = (entry: Dirent): boolean =>
    entry.isDirectory() || (where === 'archive' && entry.isSymbolicLink());
  const names = entries.filter(isFolder).map(({ name }) => name);
  const listed = new Set(names);
  const own = names.flatMap((name) =>
    schemas[kind].safeParse(name).success
      ? (ownName(pathOf(context, parentOf(kind, where)), name, listed) ?? [])
      : [],
  );
  const ids = own.filter((name): name is Ids[H] => schemas[kind].safeParse(name).success).sort();
  // In the archive there may be ten thousand: there each is looked at when it is read.
  return where === 'archive' ? ids : ids.filter((id) => isFolderIn(context, folderNamed(kind, id), where));
};

const folderNamed = <H extends RecordFolder['kind']>(kind: H, id: Ids[H]): RecordFolder =>
  ({ kind, id }) as unknown as RecordFolder;
