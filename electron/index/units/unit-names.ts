/** A unit is what is read and written at once: an article, a memo, or one of the lists at the root of the archive. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArticleId, articleIdSchema, type MemoId, memoIdSchema } from '#domain/ids.ts';
import type { ArchiveChanged } from '#electron/ports/archive.ts';
import { isMissing } from '#electron/storage/file/system-error.ts';
import { ARCHIVE_FILE } from '#electron/storage/folder/layout.ts';

export type Changed = Omit<ArchiveChanged, 'undo' | 'gone'>;

export const articleUnit = (id: string): string => `articles/${id}`;
export const memoUnit = (id: string): string => `memos/${id}`;
/** Those at the root, and what lies in the trash. */
export const listUnits = [
  'tags',
  'sources',
  'tasks',
  'searches',
  'labels',
  'events',
  'pad',
  'trash',
] as const;
export type ListUnit = (typeof listUnits)[number];

/** What a unit is, by its name. */
export type Unit =
  | { readonly kind: 'list'; readonly list: ListUnit }
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'memo'; readonly id: MemoId };

export const unitNamed = (name: string): Unit => {
  const list = listUnits.find((each) => each === name);
  if (list !== undefined) return { kind: 'list', list };
  const [folder, id = ''] = name.split('/');
  return folder === 'memos' ? { kind: 'memo', id: id as MemoId } : { kind: 'article', id: id as ArticleId };
};

/** The articles and memos that have changed, and the lists that may have. */
export const unitsOf = ({ topics, articleIds, memoIds }: Changed) => ({
  folders: [...articleIds.map(articleUnit), ...memoIds.map(memoUnit)],
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

/** The units of the archive: the lists, the memos, then the articles as they were imported. */
export const namesOfUnits = async (root: string): Promise<readonly string[]> => {
  const memos = await idsIn(join(root, 'memos'), (name) => memoIdSchema.safeParse(name).success);
  const articles = await idsIn(join(root, 'articles'), (name) => articleIdSchema.safeParse(name).success);
  return [...listUnits, ...memos.map(memoUnit), ...articles.map(articleUnit)];
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

/** Whether the folder of an article or a memo is there; of a list it is always said. */
export const isThere = (root: string, name: string): boolean =>
  unitNamed(name).kind === 'list' || existsSync(join(root, name));
