/**
 * The files of an archive that say something, folder by folder, each with its state: which file it is, its size, and when
 * it was written. A part is a folder that is looked at as a whole: the root, one article, one memo, the forms, the trash.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';

/** The states of the files of a part, by their names in the archive. */
export type PartState = ReadonlyMap<string, string>;

const ROOT = '';
const FORMS = 'templates';
const TRASH = 'trash';
const isArticleId = (name: string): boolean => articleIdSchema.safeParse(name).success;
const isMemoId = (name: string): boolean => memoIdSchema.safeParse(name).success;

/** The parts that an archive has now. */
export const listParts = (root: string): readonly string[] => [
  ROOT,
  FORMS,
  TRASH,
  ...foldersIn(root, 'memos', isMemoId),
  ...foldersIn(root, 'articles', isArticleId),
];

/** The part in which something lies, by its name in the archive; null where it may be in several. */
export const partOf = (name: string): string | null => {
  const [top = '', id = ''] = name.split('/');
  if (top === TRASH || top === FORMS) return top;
  if (top === 'articles') return isArticleId(id) ? `${top}/${id}` : unlessAll(id);
  if (top === 'memos') return isMemoId(id) ? `${top}/${id}` : unlessAll(id);
  return ROOT;
};

/** What lies beside the folders of articles and memos says nothing; where the parent itself is named, all of them may have changed. */
const unlessAll = (id: string): string | null => (id === '' ? null : ROOT);

/** The states of the files of a part as they are now; none where it is gone. */
export const readPart = (root: string, part: string): PartState => {
  if (part === TRASH) return readTrash(root);
  const files = filesIn(root, part);
  const nested = part.startsWith('memos/') ? filesIn(root, `${part}/snapshots`) : [];
  return new Map([...files, ...nested].map((name) => [name, stateOf(join(root, name))]));
};

/** What lies in the trash matters by its being there. */
const readTrash = (root: string): PartState =>
  new Map(
    [
      ...foldersIn(root, `${TRASH}/articles`, isArticleId),
      ...foldersIn(root, `${TRASH}/memos`, isMemoId),
    ].map((name) => [name, 'there']),
  );

/** Whatever Precis reads ends so, and so does a conflict copy of it; what is being written does not. */
const isRead = (entry: Dirent): boolean => entry.name.endsWith('.json') && !entry.name.startsWith('.');

const filesIn = (root: string, folder: string): readonly string[] =>
  listEntries(join(root, folder))
    .filter((entry) => !entry.isDirectory() && isRead(entry))
    .map(({ name }) => (folder === ROOT ? name : `${folder}/${name}`));

const foldersIn = (root: string, parent: string, isId: (name: string) => boolean): readonly string[] =>
  listEntries(join(root, parent))
    .filter(({ name }) => isId(name))
    .map(({ name }) => `${parent}/${name}`);

/** What can't be listed has nothing in it, as far as can be seen. */
const listEntries = (path: string): readonly Dirent[] => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};

/** A clock that counts tens of milliseconds or more (FAT, exFAT) says nothing of two changes within one tick. */
const stateOf = (path: string): string => {
  try {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? '-' : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
  } catch (cause) {
    requireSystemError(cause);
    return '-';
  }
};

/** The names of which two states of one part differ. */
export const differingNames = (before: PartState, now: PartState): readonly string[] => [
  ...[...now].filter(([name, state]) => before.get(name) !== state).map(([name]) => name),
  ...[...before.keys()].filter((name) => !now.has(name)),
];
