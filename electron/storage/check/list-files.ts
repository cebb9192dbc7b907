import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArchivePath, readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { ownName } from '../folder/own-name.ts';

export type ArchiveFileAt = { readonly path: string; readonly at: ArchivePath };

/** Every file of the archive in `root`, by its path, sorted. Links are not followed, and foreign files are skipped. */
export const listFiles = async (root: string): Promise<readonly ArchiveFileAt[]> => {
  const paths = await listPaths(root);
  const listed = new Set(paths);
  return paths.flatMap((found) => {
    const path = ownName(root, found, listed) ?? found;
    const at = readArchivePath(path);
    return at === null ? [] : [{ path, at }];
  });
};

/** Every path below `root`, with "/", sorted, including foreign files. Links are not followed. */
export const listPaths = async (root: string): Promise<readonly string[]> =>
  (await pathsBelow(root, '')).toSorted();

const pathsBelow = async (root: string, folder: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const inOrder = entries.filter(({ name }) => name !== '.git');
  const paths: string[] = [];
  for (const entry of inOrder) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    paths.push(...(entry.isDirectory() ? await pathsBelow(root, path) : [path]));
  }
  return paths;
};
