import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder } from '#electron/storage/file/write/write-atomically.ts';
import { findArchiveAround } from '#electron/storage/folder/find-archive-around.ts';
import { ARCHIVE_FILE } from '#electron/storage/folder/layout.ts';
import { JobStop, toRestoreStop } from './backup-stop.ts';
import { forEachAtOnce } from './job-watch.ts';

/** Throws where the folder holds anything, or stands in an archive. */
const requireFree = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new JobStop({ code: 'folder-not-empty', folder });
  const around = findArchiveAround(join(folder, 'x'));
  if (around !== null) throw new JobStop({ code: 'place-in-archive', folder: around });
};

/**
 * Fills a new folder: `fill` writes into a folder beside it, which gets the name once all is on the disk. Whatever goes
 * wrong, what was written is taken away again, and nothing else is touched.
 */
export const fillFolder = async <T>(to: string, fill: (folder: string) => Promise<T>): Promise<T> => {
  const folder = resolve(to);
  try {
    requireFree(folder);
    const beside = `${folder}.tmp-${randomUUID()}`;
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(beside, privateModes.folder);
    try {
      const value = await fill(beside);
      requireFree(folder);
      if (existsSync(folder)) rmdirSync(folder);
      renameSync(beside, folder);
      await syncFolder(dirname(folder));
      return value;
    } catch (cause) {
      await rm(beside, { recursive: true, force: true });
      throw cause;
    }
  } catch (cause) {
    throw toRestoreStop(folder, cause);
  }
};

/** What makes an archive of a folder: `archive.json` and its earlier copy. */
const isOfArchive = ({ path }: { readonly path: string }): boolean => path.startsWith(ARCHIVE_FILE);

/**
 * Writes files below a folder, so many at once, by `write`, which answers whether it has written what it was told to.
 * Those that make an archive of the folder come last and get their names when they are whole: a folder that was cut off
 * halfway is an archive to nobody.
 */
export const writeArchiveLast = async <F extends { readonly path: string }>(
  files: readonly F[],
  atOnce: number,
  { root, write }: { readonly root: string; readonly write: (file: F, to: string) => Promise<boolean> },
): Promise<void> => {
  const others = files.filter((file) => !isOfArchive(file));
  await forEachAtOnce(others, atOnce, (file) => write(file, join(root, file.path)));
  for (const file of files.filter(isOfArchive).sort((a, b) => a.path.length - b.path.length)) {
    const path = join(root, file.path);
    const beside = `${path}.tmp-${randomUUID()}-1`;
    if (await write(file, beside)) await rename(beside, path);
  }
};

/**
 * Makes the folders that the files of those paths stand in; answers them, the deepest first. `make` makes one, and
 * answers whether.
 */
export const makeFoldersFor = (
  root: string,
  paths: readonly string[],
  make: (folder: string) => boolean = makeFolder,
): readonly string[] => {
  const folders = new Set([root]);
  for (const path of paths) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) folders.add(join(root, ...parts.slice(0, depth)));
  }
  return [...folders].filter((folder) => existsSync(folder) || make(folder)).reverse();
};

export const makeFolder = (folder: string): boolean => {
  mkdirSync(folder, privateModes.folder);
  return true;
};
