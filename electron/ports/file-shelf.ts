/** Files that the analyst has added on this machine, one for each name. */

import type { AddedOcrLanguage, OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';

export type FileShelf<Name extends string> = {
  /** The file of a name, whole; null where there is none. */
  read(name: Name): Promise<Uint8Array | null>;
  /** Puts a file in the place of the one that was there, which stays whole until then. Fails `write-failed`. */
  put(name: Name, bytes: Uint8Array): Promise<Result<null, AppError>>;
  /** Fails `write-failed`. */
  remove(name: Name): Promise<Result<null, AppError>>;
};

/** The spelling dictionaries that the analyst has added, on this machine: their files, by language. */
export type DictionaryShelf = FileShelf<SpellingLanguage>;

/** The files of languages for OCR: those that the analyst has added on this machine, and those that are chosen. */

export type OcrLanguageShelf = FileShelf<OcrLanguage> & {
  /** Those that lie there, by their names. */
  list(): Promise<readonly AddedOcrLanguage[]>;
};

/** A language with its data, gzipped. */
type OcrLanguageFile = { readonly language: OcrLanguage; readonly bytes: Uint8Array };

/**
 * Reads and checks a file of Tesseract that was chosen, gzipped or not. Fails `ocr-language-refused` with the reason,
 * and as a file of any kind does that can't be read.
 */
export type ReadOcrLanguageFile = (path: string) => Promise<Result<OcrLanguageFile, AppError>>;
