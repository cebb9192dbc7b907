import { type BigIntStats, type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { isSafePath } from '#domain/backup/archive-path.ts';
import type { LeaveReason, LeftOut } from '#domain/backup/backup-list.ts';
import { isMissing, requireSystemError } from '#electron/storage/file/system-error.ts';

/** What tells one state of a file from another without reading it, in decimal digits. */
export type FileState = {
  readonly size: number;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly inode: string;
};

/** A file of an archive as it stands now; its path is relative, with "/". */
export type FoundFile = FileState & { readonly path: string };

export type Walk = { readonly files: readonly FoundFile[]; readonly leftOut: readonly LeftOut[] };

export const stateOf = ({ size, mtimeNs, ctimeNs, ino }: BigIntStats): FileState => ({
  size: Number(size),
  mtimeNs: String(mtimeNs),
  ctimeNs: String(ctimeNs),
  inode: String(ino),
});

export const isSameState = (a: FileState, b: FileState): boolean =>
  a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.inode === b.inode;

/** Folders of other programs that lie in an archive, with what they keep of it for themselves. */
const foreignFolders: readonly string[] = ['.git', '.stfolder', '.stversions', '.dropbox.cache'];

/** The lock, and what is not finished: see docs/archive-format.md. */
const isPassing = (name: string): boolean =>
  name === '.lock' ||
  name.startsWith('.lock.tmp-') ||
  name.startsWith('.incoming-') ||
  /\.tmp-[0-9a-f-]{36}-\d+$/u.test(name) ||
  /^\.syncthing\..*\.tmp$/u.test(name);

/** A name that is no UTF-8 can't be said in a list. */
const isSayable = (path: string): boolean => isSafePath(path) && !path.includes('\uFFFD');

/** What an entry of a folder is to a backup; null where it is none of its business. */
const judge = (realRoot: string, path: string, entry: Dirent): 'folder' | FileState | LeaveReason | null => {
  if (isPassing(entry.name)) return null;
  if (!isSayable(path)) return 'unprintable-name';
  if (entry.isDirectory()) return foreignFolders.includes(path) ? null : 'folder';
  if (entry.isSymbolicLink()) return lookAtLink(join(realRoot, path), realRoot);
  return entry.isFile() ? lookAtFile(join(realRoot, path)) : 'not-a-file';
};

type Looked = { readonly path: string; readonly found: ReturnType<typeof judge> };

/** What stands in one folder. */
const lookInto = (realRoot: string, folder: string): readonly Looked[] => {
  const entries = listEntries(join(realRoot, folder));
  if (entries === null) return [{ path: folder === '' ? '.' : folder, found: 'unreadable' }];
  const looked: Looked[] = [];
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    looked.push({ path, found: judge(realRoot, path, entry) });
  }
  return looked;
};

/** So many folders are looked at before the process hears what it is told meanwhile. */
const FOLDERS_AT_ONCE = 100;

/**
 * Looks at all files of an archive, and reads none; without waiting, which for each file takes longer than the look.
 * Links are followed to regular files inside it alone.
 */
export const walkArchive = async (root: string): Promise<Walk> => {
  const realRoot = realpathSync(root);
  const looked: Looked[] = [];
  const folders = [''];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside = lookInto(realRoot, folder);
    if (++seen % FOLDERS_AT_ONCE === 0) await yieldToEventLoop();
    folders.push(...inside.filter(({ found }) => found === 'folder').map(({ path }) => path));
    for (const each of inside) looked.push(each);
  }
  return {
    files: looked.flatMap(({ path, found }) =>
      found === null || typeof found === 'string' ? [] : [{ path, ...found }],
    ),
    leftOut: looked.flatMap(({ path, found }) =>
      typeof found === 'string' && found !== 'folder' ? [{ path, why: found }] : [],
    ),
  };
};

/** Null where it can't be read. Empty where it has gone meanwhile. */
const listEntries = (path: string): readonly Dirent[] | null => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    requireSystemError(cause);
    return isMissing(cause) ? [] : null;
  }
};

/** Null where it has gone meanwhile. */
const lookAtFile = (path: string): FileState | LeaveReason | null => {
  try {
    return stateOf(lstatSync(path, { bigint: true }));
  } catch (cause) {
    requireSystemError(cause);
    return isMissing(cause) ? null : 'unreadable';
  }
};

/** A link may lead to a regular file of the archive, whose content then stands in its place. */
const lookAtLink = (path: string, realRoot: string): FileState | LeaveReason => {
  try {
    const target = realpathSync(path);
    const stats = statSync(path, { bigint: true });
    return target.startsWith(`${realRoot}${sep}`) && stats.isFile() ? stateOf(stats) : 'link';
  } catch (cause) {
    requireSystemError(cause);
    return 'link';
  }
};
