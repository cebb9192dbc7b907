/** Reads and converts chosen spelling dictionaries in a separate process. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { OfferedDictionary } from '#domain/spelling/added-dictionary.ts';

/** A dictionary in Chromium's format. */
export type MadeDictionary = { readonly bytes: Uint8Array; readonly words: number };

export type DictionaryMaker = {
  /** The dictionaries in the files. Fails `dictionary-refused` if there is none. */
  look(paths: readonly string[]): Promise<Result<readonly OfferedDictionary[], AppError>>;
  /** The dictionary of `look` at this index, converted. Fails `dictionary-refused`, and `cancelled` if it was. */
  make(paths: readonly string[], place: number): Promise<Result<MadeDictionary, AppError>>;
  /** Cancels the current job. */
  cancel(): void;
};
