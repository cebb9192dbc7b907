/** The files of languages for OCR: those that the analyst has added on this machine, and those that are chosen. */
import type { AddedOcrLanguage, OcrLanguage } from '#domain/article/machine/ocr-languages.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import type { FileShelf } from './file-shelf.ts';

export type OcrLanguageShelf = FileShelf<OcrLanguage> & {
  /** Those that lie there, by their names. */
  list(): Promise<readonly AddedOcrLanguage[]>;
};

/** A language with its data, gzipped. */
export type OcrLanguageFile = { readonly language: OcrLanguage; readonly bytes: Uint8Array };

/**
 * Reads and checks a file of Tesseract that was chosen, gzipped or not. Fails `ocr-language-refused` with the reason, and
 * as a file of any kind does that can't be read.
 */
export type ReadOcrLanguageFile = (path: string) => Promise<Result<OcrLanguageFile, AppError>>;
