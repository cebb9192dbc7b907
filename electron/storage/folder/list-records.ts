import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { RecordFolder } from '#domain/archive/changes.ts';
import {
  articleIdSchema,
  type BoardId,
  boardIdSchema,
  type EventShard,
  eventShardSchema,
  type FormId,
  formIdSchema,
  memoIdSchema,
} from '#domain/ids.ts';
import { isMissing, requireSystemError, UnreadableFolder } from '../file/system-error.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { BOARD_FOLDER, EVENT_FOLDER, FORM_FOLDER, parentOf, type Whereabouts } from './layout.ts';
import { isFolderIn } from './move-folder.ts';
import { ownName } from './own-name.ts';

/** The entries of a folder of the archive; empty if it does not exist. Throws UnreadableFolder. */
export const listEntries = async (context: StorageContext, folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(pathOf(context, folder), { withFileTypes: true });
  } catch (cause) {
    if (isMissing(cause)) return [];
    requireSystemError(cause);
    throw new UnreadableFolder(folder, cause);
  }
};

type Ids = { [H in RecordFolder['kind']]: Extract<RecordFolder, { kind: H }>['id'] };

const schemas = { article: articleIdSchema, memo: memoIdSchema } as const;

/** The ids of the articles or memos that have a folder, sorted. Other entries are ignored. Throws UnreadableFolder. */
export const listIds = async <H extends RecordFolder['kind']>(
  context: StorageContext,
  kind: H,
  where: Whereabouts,
): Promise<readonly Ids[H][]> => {
  const entries = await listEntries(context, parentOf(kind, where));
  // A link in the place of a folder is not ignored: reading it reports where it leads.
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

const ENDING = '.json';

/**
 * The names of the JSON files of a folder, without their extension; empty if it does not exist. Throws
 * UnreadableFolder.
 */
export const listRecordNames = async (
  context: StorageContext,
  folder: string,
): Promise<readonly string[]> => {
  const names = (await listEntries(context, folder)).map(({ name }) => name);
  return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
};

/** The ids of the archive's own forms that have a file, sorted. Other entries are ignored. */
export const listFormIds = async (context: StorageContext): Promise<readonly FormId[]> =>
  (await listRecordNames(context, FORM_FOLDER))
    .flatMap((name) => formIdSchema.safeParse(name).data ?? [])
    .sort();

/** The same of boards. */
export const listBoardIds = async (context: StorageContext): Promise<readonly BoardId[]> =>
  (await listRecordNames(context, BOARD_FOLDER))
    .flatMap((name) => boardIdSchema.safeParse(name).data ?? [])
    .sort();

/**
 * The numbers of the event files after the first one, taken from the names in that folder, sorted. Precis never removes
 * one: if only its earlier version is there, it was lost, and is restored when it is read.
 */
export const shardsAmong = (names: readonly string[]): readonly EventShard[] =>
  [
    ...new Set(
      names.flatMap(
        (name) => eventShardSchema.safeParse(/^(.+)\.json(?:\.bak)?$/u.exec(name)?.[1]).data ?? [],
      ),
    ),
  ].sort();

/** The same of an archive. */
export const listEventShards = async (context: StorageContext): Promise<readonly EventShard[]> =>
  shardsAmong((await listEntries(context, EVENT_FOLDER)).map(({ name }) => name));
