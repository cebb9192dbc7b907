/** The files that a person means by a choice: files as they are, and folders with all their contents. */
import { type Dirent, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { formatOfEnding } from '#domain/article/formats/article-formats.ts';
import { pagesOfNotes, type SeenFile } from '#domain/inbox/at-rest.ts';
import type { Chosen, ChosenFile, ChosenFiles } from '../ports/chosen-files.ts';
import { partsOfFile } from './parts-of-file.ts';

/** Deeper than any real folder of cases; only a loop of links would exceed it. */
const MAX_DEPTH = 40;

/** Files that programs and systems leave beside those of a person. */
const isLitter = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__macosx)$/iu.test(name);

const compareNames = new Intl.Collator('en', { numeric: true }).compare;

/** The folders in which a browser stores the pictures and scripts of saved pages, named after the pages. */
const companionsOf = (entries: readonly Dirent[]): ReadonlySet<string> =>
  new Set(
    entries
      .filter(
        (entry) => entry.isFile() && formatOfEnding(extname(entry.name).slice(1).toLowerCase()) === 'html',
      )
      .flatMap(({ name }) => {
        const page = basename(name, extname(name));
        return [`${page}_files`, `${page}.files`, `${page}-Dateien`, `${page}_fichiers`, `${page}_archivos`];
      }),
  );

/**
 * Adds the files in `folder` to `found`, in the order of their names. Links are not followed. A folder that can't be
 * listed, or is too deep, is added itself, so that the report names it.
 */
const gather = async (folder: ChosenFile, depth: number, found: ChosenFile[]): Promise<void> => {
  const entries =
    depth > MAX_DEPTH ? null : await readdir(folder.path, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    found.push(folder);
    return;
  }
  const companions = companionsOf(entries);
  for (const entry of entries.toSorted((a, b) => compareNames(a.name, b.name))) {
    if (isLitter(entry.name)) continue;
    const at = { path: join(folder.path, entry.name), name: `${folder.name}/${entry.name}` };
    if (entry.isFile()) found.push(at);
    else if (entry.isDirectory() && !companions.has(entry.name)) await gather(at, depth + 1, found);
  }
};

/** Whether it is a folder whose files can be listed. */
const isReadable = async (path: string): Promise<boolean> =>
  readdir(path).then(
    () => true,
    () => false,
  );

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

const partsOf = async (file: ChosenFile): Promise<readonly ChosenFile[]> => {
  const parts = await partsOfFile(file.path);
  return parts?.map((path) => ({ path, name: `${file.name}${path.slice(file.path.length)}` })) ?? [file];
};

/** The files in one path; null if it is a single file. */
const laidOpen = async (path: string): Promise<readonly ChosenFile[] | null> => {
  const itself = { path, name: basename(path) };
  if (!(await isFolder(path))) return null;
  const found: ChosenFile[] = [];
  await gather(itself, 1, found);
  return found.length === 0 ? null : found;
};

/** The chosen files; a mailbox or a feed counts as one file. */
const filesIn = async (paths: readonly string[]): Promise<Chosen> => {
  const laid = await Promise.all(paths.map(laidOpen));
  return {
    files: paths.flatMap((path, index) => laid[index] ?? [{ path, name: basename(path) }]),
    holdsMany: laid.some((files) => files !== null),
  };
};

/** The number of files queried at once. */
const AT_ONCE = 32;

const seen = async ({ path }: ChosenFile): Promise<readonly [string, SeenFile] | null> => {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ? [path, { size: stats.size, modifiedMs: stats.mtimeMs }] : null;
};

export const chosenFiles: ChosenFiles = {
  async laidOpen(paths) {
    const { files, holdsMany } = await filesIn(paths);
    const withNotes = pagesOfNotes(files.map(({ path }) => path));
    const all: ChosenFile[] = [];
    for (const file of files.filter(({ path }) => !withNotes.has(path))) all.push(...(await partsOf(file)));
    return { files: all, holdsMany: holdsMany || all.length > files.length };
  },

  partsOf,

  followNames(folder, onName) {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name !== null) onName(name);
      });
      // The periodic checks notice that the folder is gone.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch {
      return () => undefined;
    }
  },

  async lookIn(folder) {
    if (!(await isReadable(folder))) return null;
    const { files, holdsMany } = await filesIn([folder]);
    // A folder without files is added itself.
    if (!holdsMany) return { files: [], look: new Map() };
    const look = new Map<string, SeenFile>();
    for (let at = 0; at < files.length; at += AT_ONCE)
      for (const found of await Promise.all(files.slice(at, at + AT_ONCE).map(seen)))
        if (found !== null) look.set(...found);
    return { files, look };
  },
};
