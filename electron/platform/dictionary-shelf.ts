import { join } from 'node:path';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import type { DictionaryShelf } from '../ports/file-shelf.ts';
import { createFileShelf } from './file-shelf.ts';

const fileOf = (language: SpellingLanguage): string => `${language}.bdic`;

/** The path of the dictionary that the analyst has added for a language. */
export const addedDictionaryFile = (folder: string, language: SpellingLanguage): string =>
  join(folder, fileOf(language));

/** The dictionaries that were added, one file each in `folder`. */
export const createDictionaryShelf = (folder: string): DictionaryShelf => createFileShelf(folder, fileOf);
