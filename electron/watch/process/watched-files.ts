/**
 * The files of an archive that say something, folder by folder, each with its state: which file it is, its size, and when
 * it was written. A part is a folder that is looked at as a whole: the root, one article, one memo, a
 * conflict copy of either, the forms, the trash.
 */
import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { originalOfFolderCopy, placeOfCopy } from '#domain/archive/merge/trees/original-of-copy.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { isPictureFile, PICTURE_FOLDER } from '#domain/picture/stored-picture.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';

/**
 * The files of a part and their states, a line for each: `size inode time name`. One text, and not a map, since there are
 * ten thousand parts; empty where nothing is there.
 */
export type PartState = string;

const ROOT = '';
const FORMS = 'templates';
const TRASH = 'trash';
const isArticleId = (name: string): boolean => articleIdSchema.safeParse(name).success;
const isMemoId = (name: string): boolean => memoIdSchema.safeParse(name).success;
/** Of that kind, or the conflict copy of a folder that is. */
const isArticle = (name: string): boolean =>
  isArticleId(name) || originalOfFolderCopy('articles', name) !== null;
const isMemo = (name: string): boolean => isMemoId(name) || originalOfFolderCopy('memos', name) !== null;

/** The parts that an archive has now. */
export const listParts = (root: string): readonly string[] => [
  ROOT,
  FORMS,
  TRASH,
  ...foldersIn(root, 'memos', isMemo),
  ...foldersIn(root, 'articles', isArticle),
];

/** The part in which something lies, by its name in the archive; null where it may be in several. */
export const partOf = (name: string): string | null => {
  const [top = '', id = ''] = name.split('/');
  if (top === TRASH || top === FORMS) return top;
  if (top === 'articles') return isArticle(id) ? `${top}/${id}` : unlessAll(id);
  if (top === 'memos') return isMemo(id) ? `${top}/${id}` : unlessAll(id);
  return ROOT;
};

/** What lies beside the folders of articles and memos says nothing; where the parent itself is named, all of them may have changed. */
const unlessAll = (id: string): string | null => (id === '' ? null : ROOT);

/** The files of a part as they are now. */
export const readPart = (root: string, part: string): PartState => {
  if (part === TRASH) return readTrash(root);
  const files = filesIn(root, part);
  const nested = [
    ...(part.startsWith('memos/') ? filesIn(root, `${part}/snapshots`) : []),
    ...(mayHavePictures(root, part) ? filesIn(root, `${part}/${PICTURE_FOLDER}`, isPictureFile) : []),
  ];
  return linesOf([...files, ...nested], (name) => stateOf(join(root, name)));
};

/** Most articles have none: a folder that is not there is not listed ten thousand times. */
const mayHavePictures = (root: string, part: string): boolean =>
  part.includes('/') && existsSync(join(root, part, PICTURE_FOLDER));

/** What lies in the trash matters by its being there. */
const readTrash = (root: string): PartState => {
  const articles = foldersIn(root, `${TRASH}/articles`, isArticleId);
  const memos = foldersIn(root, `${TRASH}/memos`, isMemoId);
  return linesOf([...articles, ...memos], () => 'it is there');
};

const linesOf = (names: readonly string[], stateOfName: (name: string) => string): PartState =>
  names.map((name) => `${stateOfName(name)} ${name}`).join('\n');

/** The states by the names of the files. No name of ours has a line feed in it; of another's nothing is told. */
const statesIn = (part: PartState): ReadonlyMap<string, string> =>
  new Map(
    part.split('\n').flatMap((line) => {
      const [, state, name] = /^(\S+ \S+ \S+) (.+)$/u.exec(line) ?? [];
      return state === undefined || name === undefined ? [] : [[name, state] as const];
    }),
  );

/** Whatever Precis reads ends so; a conflict copy of it may have any name. What is being written is neither. */
const isRead = (name: string, path: string): boolean =>
  (name.endsWith('.json') && !name.startsWith('.')) || placeOfCopy(path) !== null;

const filesIn = (root: string, folder: string, isWanted = isRead): readonly string[] =>
  listEntries(join(root, folder)).flatMap((entry) => {
    const path = folder === ROOT ? entry.name : `${folder}/${entry.name}`;
    return !entry.isDirectory() && isWanted(entry.name, path) ? [path] : [];
  });

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

const UNKNOWN = '- - -';

/** A clock that counts tens of milliseconds or more (FAT, exFAT) says nothing of two changes within one tick. */
const stateOf = (path: string): string => {
  try {
    const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return stats === undefined ? UNKNOWN : `${stats.size} ${stats.ino} ${stats.mtimeNs}`;
  } catch (cause) {
    requireSystemError(cause);
    return UNKNOWN;
  }
};

/** The names of which two states of one part differ. */
export const differingNames = (before: PartState, now: PartState): readonly string[] => {
  if (before === now) return [];
  const [old, fresh] = [statesIn(before), statesIn(now)];
  return [
    ...[...fresh].filter(([name, state]) => old.get(name) !== state).map(([name]) => name),
    ...[...old.keys()].filter((name) => !fresh.has(name)),
  ];
};
