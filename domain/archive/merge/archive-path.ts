import {
  type ArticleId,
  articleIdSchema,
  boardIdSchema,
  eventShardSchema,
  formIdSchema,
  type MemoId,
  memoIdSchema,
  snapshotIdSchema,
} from '../../ids.ts';
import type { RecordFolder } from '../changes.ts';
import type { FileKind } from '../files.ts';
import { nameOfRootFile, rootKinds } from '../root-files.ts';

/** Where the folder of an article or a memo can be. */
export type FolderPlace = 'archive' | 'trash';

/** The role of a file in the archive, by its path: relative to the archive, with "/". */
export type ArchivePath =
  /** A file beside the folders: one of the root, a form, a board or further events. */
  | { readonly in: 'root'; readonly kind: FileKind }
  | {
      readonly in: 'folder';
      readonly folder: RecordFolder;
      readonly place: FolderPlace;
      /** The path within that folder, such as `annotations.json`, `snapshots/<id>.json`. */
      readonly name: string;
      /** Null for bytes that are no JSON of Precis: an original, or what a person has put there. */
      readonly kind: FileKind | null;
    };

const kindsAtRoot: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['archive.json', 'archive'],
  ...rootKinds.map((kind) => [nameOfRootFile(kind), kind] as const),
]);

const folderKinds: { readonly [H in RecordFolder['kind']]: Readonly<Record<string, FileKind>> } = {
  article: {
    'article.json': 'article',
    'body.json': 'body',
    'annotations.json': 'annotations',
    'translations.json': 'translations',
  },
  memo: { 'memo.json': 'memo', 'review.json': 'review' },
};

/** Names of files that are local or temporary: previous versions, unfinished files, damaged files. */
const passing = /\.bak$|\.tmp-|\.corrupt-|(^|\/)\.incoming-/u;

/** The folders, besides those of articles and memos, in which each file has a name of its own. */
const fileFolders: Readonly<Record<string, { readonly kind: FileKind; readonly schema: IdSchema }>> = {
  templates: { kind: 'form', schema: formIdSchema },
  boards: { kind: 'board', schema: boardIdSchema },
  events: { kind: 'event-shard', schema: eventShardSchema },
};

/** What the file at `path` is; null where it is no part of an archive. */
export const readArchivePath = (path: string): ArchivePath | null => {
  if (passing.test(path)) return null;
  const root = kindsAtRoot.get(path);
  if (root !== undefined) return { in: 'root', kind: root };
  const [first = '', second = '', ...rest] = path.split('/');
  const own = Object.hasOwn(fileFolders, first) ? fileFolders[first] : undefined;
  if (own !== undefined)
    return rest.length === 0 && isIdFile(second, own.schema) ? { in: 'root', kind: own.kind } : null;
  if (first === 'trash') return readFolderPath('trash', second, rest);
  return readFolderPath('archive', first, [second, ...rest]);
};

const readFolderPath = (
  place: FolderPlace,
  parent: string,
  [id = '', ...names]: readonly string[],
): ArchivePath | null => {
  const folder = folderNamed(parent, id);
  const name = names.join('/');
  if (folder === null || name === '') return null;
  return { in: 'folder', folder, place, name, kind: kindIn(folder.kind, names) };
};

const folderNamed = (parent: string, id: string): RecordFolder | null => {
  if (parent === 'articles' && articleIdSchema.safeParse(id).success)
    return { kind: 'article', id: id as ArticleId };
  if (parent === 'memos' && memoIdSchema.safeParse(id).success) return { kind: 'memo', id: id as MemoId };
  return null;
};

const kindIn = (kind: RecordFolder['kind'], names: readonly string[]): FileKind | null => {
  const [first = '', second] = names;
  if (second === undefined) return first === 'deleted.json' ? 'deletion' : (folderKinds[kind][first] ?? null);
  const isSnapshot = kind === 'memo' && names.length === 2 && first === 'snapshots';
  return isSnapshot && isIdFile(second, snapshotIdSchema) ? 'snapshot' : null;
};

type IdSchema = { readonly safeParse: (id: string) => { readonly success: boolean } };

const isIdFile = (name: string, schema: IdSchema): boolean =>
  name.endsWith('.json') && schema.safeParse(name.slice(0, -'.json'.length)).success;

const parents = { article: 'articles', memo: 'memos' } as const;

/** The path of a file in the folder of an article or a memo; the inverse of readArchivePath. */
export const pathInFolder = ({ kind, id }: RecordFolder, place: FolderPlace, name: string): string =>
  `${place === 'trash' ? 'trash/' : ''}${parents[kind]}/${id}/${name}`;
