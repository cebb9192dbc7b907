import { copyFileSync, mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isShipped, type SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import { addedDictionaryFile } from '#electron/platform/dictionary-shelf.ts';

/**
 * The version at the end of Chromium's file name of a dictionary: Chromium looks for exactly this name
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
  /** The folder of the app's own dictionaries. */
  readonly shipped: string;
  /** The folder of the dictionaries that the analyst has added. */
  readonly added: string;
  /** The folder in which Chromium looks for dictionaries. */
  readonly laid: string;
};

/** The size and modification time of a file, by which a copy is recognised as current. */
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
 * Copies the dictionary of `language` to where Chromium looks for it, so that Chromium downloads none: the one that was
 * added, else the app's own. Returns whether there is one. Throws if it can't be copied.
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

/** Removes the copied dictionary of a language whose dictionary was removed. */
export const takeDictionary = (language: SpellingLanguage, folders: DictionaryFolders): void =>
  rmSync(laidFile(language, folders), { force: true });
