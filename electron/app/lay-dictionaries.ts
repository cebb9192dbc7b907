import { copyFileSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isShipped, type SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import { addedDictionaryFile } from '#electron/platform/dictionary-shelf.ts';

/**
 * The version that Chromium's name of a dictionary ends with: it looks for its file by this name and no other
 * (components/spellcheck/common/spellcheck_common.cc).
 */
const USUAL_VERSION = '3-0';
const versions: { readonly [L in SpellingLanguage]?: string } = {
  'tr-TR': '4-0',
  'tg-TG': '5-0',
  'cy-GB': '1-0',
  hy: '1-0',
  sh: '4-0',
  sr: '4-0',
  'fa-IR': '9-0',
  'en-AU': '10-1',
  'en-CA': '10-1',
  'en-GB': '10-1',
  'en-US': '10-1',
  'uk-UA': '5-0',
};

export type DictionaryFolders = {
  /** Where the app's dictionaries are. */
  readonly shipped: string;
  /** Where those are that the analyst has added. */
  readonly added: string;
  /** Where Chromium looks for them. */
  readonly laid: string;
};

/** What tells whether a file was copied from another: its size, and the time of its last change. */
const stateOf = (path: string): string | null => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.size} ${Math.trunc(stats.mtimeMs / 1000)}`;
};

const laidFile = (language: SpellingLanguage, { laid }: DictionaryFolders): string =>
  join(laid, `${language}-${versions[language] ?? USUAL_VERSION}.bdic`);

const copyOver = (source: string, target: string): void => {
  const half = `${target}.part`;
  copyFileSync(source, half);
  const { atime, mtime } = statSync(source);
  utimesSync(half, atime, mtime);
  renameSync(half, target);
};

/**
 * Lays the dictionary of `language` where Chromium looks for it, so that it finds it there and fetches none: the one
 * that was added, else the app's own. Answers whether there is one. Throws where it can't be laid.
 */
export const layDictionary = (
  language: SpellingLanguage,
  isAdded: boolean,
  folders: DictionaryFolders,
): boolean => {
  const added = addedDictionaryFile(folders.added, language);
  const shipped = isShipped(language) ? join(folders.shipped, `${language}.bdic`) : null;
  const source = isAdded && stateOf(added) !== null ? added : shipped;
  if (source === null) return false;
  const target = laidFile(language, folders);
  const state = stateOf(source);
  if (state !== null && stateOf(target) === state) return true;
  mkdirSync(folders.laid, { recursive: true });
  copyOver(source, target);
  return true;
};

/** Takes away what was laid of a language whose dictionary was removed. */
export const takeDictionary = (language: SpellingLanguage, folders: DictionaryFolders): void =>
  rmSync(laidFile(language, folders), { force: true });
