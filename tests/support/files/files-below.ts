/**
 * Reads and copies a tree that a running app may change meanwhile. What vanished between its listing and its turn is
 * left out, as if it had been deleted before; every other failure is thrown. The folder itself must exist.
 */
import { copyFileSync, type Dirent, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const unlessGone = <T>(act: () => T): T | null => {
  try {
    return act();
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
};

const list = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));

function* walk(root: string, entries: readonly Dirent[], below: string): Generator<[string, Dirent]> {
  for (const entry of entries) {
    const path = join(below, entry.name);
    yield [path, entry];
    if (entry.isDirectory()) yield* walk(root, unlessGone(() => list(join(root, path))) ?? [], path);
  }
}

/** The files below the folder by path from there, in the order of their names, each listed when its turn comes. */
export function* filesBelow(folder: string): Generator<string> {
  for (const [path, entry] of walk(folder, list(folder), '')) if (entry.isFile()) yield path;
}

/** The bytes of every file below the folder, with its path from there. */
export function* bytesBelow(folder: string): Generator<readonly [string, Buffer]> {
  for (const path of filesBelow(folder)) {
    const bytes = unlessGone(() => readFileSync(join(folder, path)));
    if (bytes !== null) yield [path, bytes];
  }
}

/** The paths of the files below the folder whose text, in UTF-8, holds the words. */
export const filesWith = (folder: string, words: string): readonly string[] =>
  [...bytesBelow(folder)].flatMap(([path, bytes]) => (bytes.includes(words) ? [path] : []));

/** Copies the files below a folder and their folders. */
export const copyTree = (from: string, to: string, isCopied = (_path: string): boolean => true): void => {
  mkdirSync(to, { recursive: true });
  for (const [path, entry] of walk(from, list(from), '')) {
    if (!isCopied(path)) continue;
    if (entry.isDirectory()) mkdirSync(join(to, path), { recursive: true });
    else {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      unlessGone(() => copyFileSync(join(from, path), join(to, path)));
    }
  }
};
