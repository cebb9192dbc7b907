import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Every file of an archive by path, except the lock and the previous version of each file. If two trees are equal their
 * bytes are the same, including times.
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

/** The tree without the one thing that undo can't restore: since when a folder has been in the trash. */
export const withoutTrashTimes = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [
      path,
      path.endsWith('/deleted.json') ? content.replace(/"deletedAt": "[^"]*"/u, '"deletedAt": "…"') : content,
    ]),
  );
