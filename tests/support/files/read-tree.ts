import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every file of an archive by its path, but for the lock and the version before of each file. Two trees that are
 * equal are the same bytes, times included.
 */
export const readTree = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile() && entry.name !== '.lock' && !entry.name.endsWith('.bak'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const contents = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(contents);
};

/** The tree without the one thing that undo can't give back: since when a folder lies in the trash. */
export const withoutTrashTimes = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [
      path,
      path.endsWith('/deleted.json') ? content.replace(/"deletedAt": "[^"]*"/u, '"deletedAt": "…"') : content,
    ]),
  );
