/** A unit is what is read and written at once: an article, a memo, a board, or one of the lists at the root. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArticleId,
  articleIdSchema,
  type BoardId,
  boardIdSchema,
  type MemoId,
  memoIdSchema,
} from '#domain/ids.ts';
import type { ArchiveChanged } from '#electron/ports/archive.ts';
import { isMissing } from '#electron/storage/file/system-error.ts';
import { ARCHIVE_FILE, BOARD_FOLDER } from '#electron/storage/folder/layout.ts';

export type Changed = Omit<ArchiveChanged, 'undo' | 'gone'>;

export const articleUnit = (id: string): string => `articles/${id}`;
export const memoUnit = (id: string): string => `memos/${id}`;
const boardUnit = (id: string): string => `boards/${id}`;
/** Those at the root, and what lies in the trash. */
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

/** What a unit is, by its name. */
export type Unit =
  | { readonly kind: 'list'; readonly list: ListUnit }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId }
  | { readonly kind: 'board'; readonly id: BoardId };

export const unitNamed = (name: string): Unit => {
  const list = listUnits.find((each) => each === name);
  if (list !== undefined) return { kind: 'list', list };
  const [folder, id = ''] = name.split('/');
  if (folder === 'boards') return { kind: 'board', id: id as BoardId };
  return folder === 'memos' ? { kind: 'memo', id: id as MemoId } : { kind: 'article', id: id as ArticleId };
};

/** The articles, memos and boards that have changed, and the lists that may have. */
export const unitsOf = ({ topics, articleIds, memoIds, boardIds }: Changed) => ({
  records: [...articleIds.map(articleUnit), ...memoIds.map(memoUnit), ...boardIds.map(boardUnit)],
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

/** The boards: each is a file of its own. */
const boardsIn = async (root: string): Promise<readonly string[]> => {
  const isBoard = (file: string): boolean =>
    file.endsWith(ENDING) && isBoardId(file.slice(0, -ENDING.length));
  const files = await idsIn(join(root, BOARD_FOLDER), isBoard);
  return files.map((file) => boardUnit(file.slice(0, -ENDING.length)));
};

const ENDING = '.json';
const isBoardId = (name: string): boolean => boardIdSchema.safeParse(name).success;

/** The units of the archive: the lists, the boards, the memos, then the articles as they were imported. */
export const namesOfUnits = async (root: string): Promise<readonly string[]> => {
  const memos = await idsIn(join(root, 'memos'), (name) => memoIdSchema.safeParse(name).success);
  const articles = await idsIn(join(root, 'articles'), (name) => articleIdSchema.safeParse(name).success);
  return [...listUnits, ...(await boardsIn(root)), ...memos.map(memoUnit), ...articles.map(articleUnit)];
};

const MISSING = '-';
const orNone = (state: string): string | null => (state === MISSING ? null : state);

const stateOfFile = (path: string): string => {
  // As numbers, whose fractions tell less than a microsecond: thirty thousand files are looked at in half the time.
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? MISSING : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
};

/** What lies in a folder of the trash, and since when. */
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

/** What tells whether the files of a unit have changed, by their sizes and times; null where there are none. */
export const stateOfUnit = (root: string, name: string): string | null => {
  if (name === 'trash')
    return ['articles', 'memos'].map((holds) => stateOfTrash(join(root, name, holds))).join('/');
  // Put together by hand: a start looks at thirty thousand paths.
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

/** Whether the archive itself is there: where its folder was moved away, nothing of it counts as deleted. */
export const isArchiveThere = (root: string): boolean => existsSync(join(root, ARCHIVE_FILE));

/** Whether the folder of an article or a memo, or the file of a board, is there; of a list it is always said. */
export const isThere = (root: string, name: string): boolean => {
  const { kind } = unitNamed(name);
  return kind === 'list' || existsSync(join(root, kind === 'board' ? `${name}${ENDING}` : name));
};
