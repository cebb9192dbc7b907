import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { archiveOf, isNetworkPath } from '#electron/platform/archive-of.ts';

/** What the system hands to the app to open: at its own start, or through a second start that ends at once. */
export const handedOverSchema = z.object({
  /** The last archive folder that was named; null if none was. */
  archiveFolder: z.string().nullable(),
  /** Files and folders to be imported. */
  paths: z.array(z.string()),
});
export type HandedOver = z.infer<typeof handedOverSchema>;

/** Options whose value is the next word. */
const withValue = ['--archive', '--reopen', '--user-data-dir'];

/** A file manager passes a path or a file URL. */
const pathOf = (word: string, cwd: string): string | null => {
  if (!word.startsWith('file:')) return resolve(cwd, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
};

/** Sorts the paths into an archive to open and files to import. */
export const sortHandedOver = (paths: readonly string[]): HandedOver => {
  const archives = paths.map((path) => archiveOf(path));
  return {
    archiveFolder: archives.findLast((folder) => folder !== null) ?? null,
    paths: paths.filter((_, at) => archives[at] === null),
  };
};

/**
 * The files and folders named on the command line of a window, before any `--`. Words that name no existing path are
 * ignored, because Chromium adds words of its own.
 * @param isPackaged if false, the first word is the path at which a development Electron finds the app
 */
export const readHandedOver = (argv: readonly string[], cwd: string, isPackaged: boolean): HandedOver => {
  const end = argv.indexOf('--');
  const own = argv.slice(1, end === -1 ? undefined : end);
  const words = own.filter((word, at) => !word.startsWith('-') && !withValue.includes(own[at - 1] ?? ''));
  return sortHandedOver(
    words.slice(isPackaged ? 0 : 1).flatMap((word) => {
      const path = pathOf(word, cwd);
      return path === null || isNetworkPath(path) || !existsSync(path) ? [] : path;
    }),
  );
};
