import { basename } from 'node:path';
import { bytesBelow } from './files-below.ts';

/**
 * Every file of an archive by path, except the lock and the copy of each file. If two trees are equal their bytes are
 * the same, including times.
 */
export const readTree = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const files = [...bytesBelow(folder)].filter(
    ([path]) => basename(path) !== '.lock' && !/\.bak(?:\.tmp-[^/]+)?$/u.test(path),
  );
  return Object.fromEntries(files.map(([path, bytes]) => [path, bytes.toString('utf8')]));
};

/** The tree without the one thing that undo can't restore: since when a folder has been in the trash. */
export const withoutTrashTimes = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(tree).map(([path, content]) => [
      path,
      path.endsWith('/deleted.json') ? content.replace(/"deletedAt": "[^"]*"/u, '"deletedAt": "…"') : content,
    ]),
  );
