import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { archiveOf, isNetworkPath } from '#electron/platform/archive-of.ts';

/** What the system hands the app to be opened: at its start, or by another start that ends at once. */
export const handedOverSchema = z.object({
  /** The last one that was named; null where none was. */
  archiveFolder: z.string().nullable(),
  /** Files and folders to be imported. */
  paths: z.array(z.string()),
});
export type HandedOver = z.infer<typeof handedOverSchema>;

/** Options whose value is the next word. */
const withValue = ['--archive', '--reopen', '--user-data-dir'];

/** A file manager names what it hands over by path or by address. */
const pathOf = (word: string, cwd: string): string | null => {
  if (!word.startsWith('file:')) return resolve(cwd, word);
  try {
    return fileURLToPath(word);
  } catch {
    return null;
  }
};

/** Sorts what is to be opened. */
export const sortHandedOver = (paths: readonly string[]): HandedOver => {
  const archives = paths.map((path) => archiveOf(path));
  return {
    archiveFolder: archives.findLast((folder) => folder !== null) ?? null,
    paths: paths.filter((_, at) => archives[at] === null),
  };
};

/**
 * The files and folders that are named on the command line of a window, before any `--`. What does not exist is left
 * alone: Chromium has words of its own there.
 * @param isPackaged else the first word is where a development Electron finds the app
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
