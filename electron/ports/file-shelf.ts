/** Files that the analyst has added on this machine, one for each name. */

import type { AddedOcrLanguage, OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';

export type FileShelf<Name extends string> = {
  /** The complete file for a name; null if there is none. */
  read(name: Name): Promise<Uint8Array | null>;
  /** Replaces a file atomically. Fails `write-failed`. */
  put(name: Name, bytes: Uint8Array): Promise<Result<null, AppError>>;
  /** Fails `write-failed`. */
  remove(name: Name): Promise<Result<null, AppError>>;
};

/** Spelling dictionaries that the analyst has added on this machine, by language. */
export type DictionaryShelf = FileShelf<SpellingLanguage>;

/** Files of OCR languages: those that the analyst has added on this machine, and newly chosen ones. */

export type OcrLanguageShelf = FileShelf<OcrLanguage> & {
  /** The existing ones, by name. */
  list(): Promise<readonly AddedOcrLanguage[]>;
};

/** A language with its data, gzipped. */
type OcrLanguageFile = { readonly language: OcrLanguage; readonly bytes: Uint8Array };

/**
 * Reads and checks a chosen Tesseract file, gzipped or not. Fails `ocr-language-refused` with the reason, or like any
 * unreadable file.
 */
export type ReadOcrLanguageFile = (path: string) => Promise<Result<OcrLanguageFile, AppError>>;
