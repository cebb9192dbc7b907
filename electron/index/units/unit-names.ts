/** A unit is read and written as a whole: an article, a memo, a board, a file of events, or a list at the root. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArticleId,
  articleIdSchema,
  type BoardId,
  boardIdSchema,
  type EventShard,
  type MemoId,
  memoIdSchema,
} from '#domain/ids.ts';
import type { ArchiveChanged } from '#electron/ports/archive.ts';
import { isMissing } from '#electron/storage/file/system-error.ts';
import { backupOf } from '#electron/storage/file/write/write-atomically.ts';
import { ARCHIVE_FILE, BOARD_FOLDER, EVENT_FOLDER } from '#electron/storage/folder/layout.ts';
import { shardsAmong } from '#electron/storage/folder/list-records.ts';

export type Changed = Omit<ArchiveChanged, 'undo' | 'gone'>;

export const articleUnit = (id: string): string => `articles/${id}`;
export const memoUnit = (id: string): string => `memos/${id}`;
const boardUnit = (id: string): string => `boards/${id}`;
/** The units for files of events after the first, which is a list. */
const shardUnit = (shard: string): string => `events/${shard}`;
/** The lists at the root, and the contents of the trash. */
export const listUnits = [
  'tags',
  'sources',
  'tasks',
  'searches',
  'labels',
  'events',
  'falls',
  'pad',
  'trash',
] as const;
export type ListUnit = (typeof listUnits)[number];

/** The kind of a unit, by its name. */
export type Unit =
  | { readonly kind: 'list'; readonly list: ListUnit }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId }
  | { readonly kind: 'board'; readonly id: BoardId }
  | { readonly kind: 'event-shard'; readonly shard: EventShard };

export const unitNamed = (name: string): Unit => {
  const list = listUnits.find((each) => each === name);
  if (list !== undefined) return { kind: 'list', list };
  const [folder, id = ''] = name.split('/');
  if (folder === 'events') return { kind: 'event-shard', shard: id as EventShard };
  if (folder === 'boards') return { kind: 'board', id: id as BoardId };
  return folder === 'memos' ? { kind: 'memo', id: id as MemoId } : { kind: 'article', id: id as ArticleId };
};

/** The articles, memos, boards and further files of events that have changed, and the lists that may have. */
export const unitsOf = ({ topics, articleIds, memoIds, boardIds, eventShards }: Changed) => ({
  records: [
    ...articleIds.map(articleUnit),
    ...memoIds.map(memoUnit),
    ...boardIds.map(boardUnit),
    ...eventShards.map(shardUnit),
  ],
  lists: listUnits.filter((list) => topics.includes(list)),
});

const filesIn = { articles: ['article', 'body', 'annotations', 'translations'], memos: ['memo'] } as const;

const filesOf = (name: string): readonly string[] => {
  if (name.startsWith('articles/')) return filesIn.articles;
  return name.startsWith('memos/') ? filesIn.memos : [];
};

const idsIn = async (folder: string, isId: (name: string) => boolean): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter(isId).sort();
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

const ENDING = '.json';
const isBoardId = (name: string): boolean => boardIdSchema.safeParse(name).success;

/** The boards: each has its own file. */
const boardsIn = async (root: string): Promise<readonly string[]> => {
  const isBoard = (file: string): boolean =>
    file.endsWith(ENDING) && isBoardId(file.slice(0, -ENDING.length));
  const files = await idsIn(join(root, BOARD_FOLDER), isBoard);
  return files.map((file) => boardUnit(file.slice(0, -ENDING.length)));
};

/** The files of events after the first, by their numbers, sorted. */
export const shardsIn = async (root: string): Promise<readonly EventShard[]> =>
  shardsAmong(await idsIn(join(root, EVENT_FOLDER), () => true));

/** The units of the archive: lists, further files of events, boards, memos, then articles in the order of import. */
export const namesOfUnits = async (root: string): Promise<readonly string[]> => {
  const memos = await idsIn(join(root, 'memos'), (name) => memoIdSchema.safeParse(name).success);
  const articles = await idsIn(join(root, 'articles'), (name) => articleIdSchema.safeParse(name).success);
  const shards = await shardsIn(root);
  return [
    ...listUnits,
    ...shards.map(shardUnit),
    ...(await boardsIn(root)),
    ...memos.map(memoUnit),
    ...articles.map(articleUnit),
  ];
};

const MISSING = '-';
const orNone = (state: string): string | null => (state === MISSING ? null : state);

const stateOfFile = (path: string): string => {
  // With numbers instead of bigints, precise to less than a microsecond, thirty thousand files are checked in half the
  // time.
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? MISSING : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
};

/** The contents of a folder of the trash, with their times. */
const stateOfTrash = (folder: string): string =>
  namesIn(folder)
    .map((name) => `${name} ${stateOfFile(join(folder, name, 'deleted.json'))}`)
    .join();

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

/** A fingerprint of the sizes and times of a unit's files; null if there are none. */
export const stateOfUnit = (root: string, name: string): string | null => {
  if (name === 'trash')
    return ['articles', 'memos'].map((holds) => stateOfTrash(join(root, name, holds))).join('/');
  // Concatenated directly, because a start checks thirty thousand paths.
  const place = `${root}/${name}`;
  const files = filesOf(name);
  if (files.length === 0) return orNone(stateOfFile(`${place}.json`));
  let states = '';
  let isThereAny = false;
  for (const file of files) {
    const state = stateOfFile(`${place}/${file}.json`);
    if (state !== MISSING) isThereAny = true;
    states += `${states === '' ? '' : ','}${state}`;
  }
  return isThereAny ? states : null;
};

/** Whether the archive itself exists: if its folder was moved away, none of its records counts as deleted. */
export const isArchiveThere = (root: string): boolean => existsSync(join(root, ARCHIVE_FILE));

/** Whether the folder of an article or a memo, or the file of a board or of events, exists; a list always does. */
export const isThere = (root: string, name: string): boolean => {
  const { kind } = unitNamed(name);
  const isAt = (path: string): boolean => existsSync(join(root, path));
  // A lost file of events is restored from its earlier version.
  if (kind === 'event-shard') return isAt(`${name}${ENDING}`) || isAt(backupOf(`${name}${ENDING}`));
  return kind === 'list' || isAt(kind === 'board' ? `${name}${ENDING}` : name);
};
