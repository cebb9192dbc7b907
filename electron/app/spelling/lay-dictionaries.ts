import { copyFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';

/** The version that Chromium's name of a dictionary ends with: it looks for its file by this name and no other. */
const versions: Readonly<Record<SpellingLanguage, string>> = {
  'en-GB': '10-1',
  'en-US': '10-1',
  'fr-FR': '3-0',
  'es-ES': '3-0',
  'pl-PL': '3-0',
  'ru-RU': '3-0',
};

export type DictionaryFolders = {
  /** Where the app's dictionaries are. */
  readonly from: string;
  /** Where Chromium looks for them. */
  readonly to: string;
};

const sizeOf = (path: string): number | null => statSync(path, { throwIfNoEntry: false })?.size ?? null;

/**
 * Lays the dictionary of `language` where Chromium looks for it, so that it finds it there and fetches none. Throws
 * where that can't be done.
 */
export const layDictionary = (language: SpellingLanguage, { from, to }: DictionaryFolders): void => {
  const source = join(from, `${language}.bdic`);
  const target = join(to, `${language}-${versions[language]}.bdic`);
  if (sizeOf(target) === sizeOf(source)) return;
  mkdirSync(to, { recursive: true });
  const half = `${target}.part`;
  copyFileSync(source, half);
  renameSync(half, target);
};
