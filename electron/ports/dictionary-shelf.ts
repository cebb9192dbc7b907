import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import type { FileShelf } from './file-shelf.ts';

/** The spelling dictionaries that the analyst has added, on this machine: their files, by language. */
export type DictionaryShelf = FileShelf<SpellingLanguage>;
