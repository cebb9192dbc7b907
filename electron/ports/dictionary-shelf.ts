/** The spelling dictionaries that the analyst has added, on this machine: their files, by language. */
import type { AppError } from '#domain/contract/errors.ts';
import type { Result } from '#domain/result.ts';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';

export type DictionaryShelf = {
  /** The file of a language, whole; null where there is none. */
  read(language: SpellingLanguage): Promise<Uint8Array | null>;
  /** Puts a file in the place of the one that was there, which stays whole until then. Fails `write-failed`. */
  put(language: SpellingLanguage, bytes: Uint8Array): Promise<Result<null, AppError>>;
  /** Fails `write-failed`. */
  remove(language: SpellingLanguage): Promise<Result<null, AppError>>;
};
