/** Units of the search index, read from the files of the archive and from nothing else. */
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { aboutNothing } from '#domain/search/language/search-facts.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { isMissing } from '#electron/storage/file/system-error.ts';
import { articleDocuments } from './article-documents.ts';
import { sourceDocuments, tagDocuments, taskDocuments } from './list-documents.ts';
import { memoDocuments } from './memo-documents.ts';
import type { ReadUnit } from './unit.ts';

export const articleUnit = (id: string): string => `articles/${id}`;
export const memoUnit = (id: string): string => `memos/${id}`;
/** Those at the root. */
export const listUnits = ['tags', 'sources', 'tasks'] as const;
type ListUnit = (typeof listUnits)[number];

const isList = (unit: string): unit is ListUnit => (listUnits as readonly string[]).includes(unit);

const filesOf = (unit: string): readonly string[] => {
  if (isList(unit)) return [`${unit}.json`];
  const names = unit.startsWith('memos/') ? ['memo'] : ['article', 'body', 'annotations'];
  return names.map((name) => `${unit}/${name}.json`);
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

const stateOfFile = (path: string): string => {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? '-' : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
};

/** What tells whether the files of a unit have changed, by their sizes and times; null where there are none. */
export const stateOfUnit = (root: string, unit: string): string | null => {
  const states = filesOf(unit).map((file) => stateOfFile(join(root, file)));
  return states.every((state) => state === '-') ? null : states.join();
};

const read = async <K extends FileKind>(
  root: string,
  kind: K,
  file: string,
): Promise<FileContents[K] | null> => {
  const found = await readContent(kind, join(root, file));
  return found.found === 'content' ? found.content : null;
};

const nothingFound: ReadUnit = { about: aboutNothing, documents: [] };

const readArticle = async (root: string, unit: string): Promise<ReadUnit> => {
  const [record, body, annotations] = await Promise.all([
    read(root, 'article', `${unit}/article.json`),
    read(root, 'body', `${unit}/body.json`),
    read(root, 'annotations', `${unit}/annotations.json`),
  ]);
  if (record === null || annotations === null) return nothingFound;
  return articleDocuments({ article: record.article, annotations, body: body?.body ?? null });
};

/** The lists, of which the names of tags and sources are looked up while it is searched. */
export type ReadLists = { readonly tags?: readonly Tag[]; readonly sources?: readonly Source[] };

const readList = async (root: string, unit: ListUnit): Promise<ReadUnit & ReadLists> => {
  if (unit === 'tags') {
    const file = await read(root, unit, 'tags.json');
    return file === null ? nothingFound : { ...tagDocuments(file.tags), tags: file.tags };
  }
  if (unit === 'sources') {
    const file = await read(root, unit, 'sources.json');
    return file === null ? nothingFound : { ...sourceDocuments(file.sources), sources: file.sources };
  }
  const file = await read(root, unit, 'tasks.json');
  return file === null ? nothingFound : taskDocuments(file.tasks);
};

/** Reads a unit. What can't be read of it finds nothing, and keeps nothing else from being found. */
export const readUnit = async (root: string, unit: string): Promise<ReadUnit & ReadLists> => {
  if (unit.startsWith('articles/')) return readArticle(root, unit);
  if (isList(unit)) return readList(root, unit);
  const memo = await read(root, 'memo', `${unit}/memo.json`);
  return memo === null ? nothingFound : memoDocuments(memo);
};
