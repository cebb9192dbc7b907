import type { OfferedDictionary } from '#domain/spelling/added-dictionary.ts';
import type { HunspellDictionary } from '../bdic/make-bdic.ts';

/** The largest of those that are to be had has 17 MB. */
export const MAX_DICTIONARY_BYTES = 64 * 1024 * 1024;

/** What a dictionary is read from. */
export type DictionaryBytes =
  | { readonly is: 'bdic'; readonly bytes: Uint8Array }
  | ({ readonly is: 'hunspell' } & HunspellDictionary);

export type FoundDictionary = OfferedDictionary & { readonly read: () => Promise<DictionaryBytes> };
