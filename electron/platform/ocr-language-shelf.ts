import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AddedOcrLanguage,
  isShippedOcrLanguage,
  type OcrLanguage,
  ocrLanguageOfFile,
} from '#domain/article/machine/ocr-languages.ts';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import type { OcrLanguageShelf } from '../ports/file-shelf.ts';
import { createFileShelf } from './file-shelf.ts';

const fileOf = (language: OcrLanguage): string => `${language}.traineddata.gz`;

/** The path of the OCR data that the analyst has added for a language. */
export const addedOcrLanguageFile = (folder: string, language: OcrLanguage): string =>
  join(folder, fileOf(language));

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).toSorted();
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};

/** Only counts a file that OCR would find by the name of its language. */
const addedIn = async (folder: string, name: string): Promise<readonly AddedOcrLanguage[]> => {
  const language = ocrLanguageOfFile(name);
  if (language === null || name !== fileOf(language) || isShippedOcrLanguage(language)) return [];
  try {
    const stats = await stat(join(folder, name));
    return stats.isFile() ? [{ language, bytes: stats.size }] : [];
  } catch (cause) {
    requireSystemError(cause);
    return [];
  }
};

/** The OCR languages that were added, one file each in `folder`, by hand or by the app. */
export const createOcrLanguageShelf = (folder: string): OcrLanguageShelf => ({
  ...createFileShelf(folder, fileOf),
  list: async () => (await Promise.all((await namesIn(folder)).map((name) => addedIn(folder, name)))).flat(),
});
