/** Files of spelling dictionaries that a person chose are read and converted in a process of its own. */
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { OfferedDictionary } from '#domain/spelling/added-dictionary.ts';

/** A dictionary in Chromium's format. */
export type MadeDictionary = { readonly bytes: Uint8Array; readonly words: number };

export type DictionaryMaker = {
  /** The dictionaries in the files. Fails `dictionary-refused` where there is none. */
  look(paths: readonly string[]): Promise<Result<readonly OfferedDictionary[], AppError>>;
  /** The one of `look` at this place, converted. Fails `dictionary-refused`, and `cancelled` where it was. */
  make(paths: readonly string[], place: number): Promise<Result<MadeDictionary, AppError>>;
  /** Ends what is under way. */
  cancel(): void;
};
