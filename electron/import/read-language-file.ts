import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import {
  isShippedOcrLanguage,
  languageDataFault,
  ocrLanguageOfFile,
} from '#domain/article/machine/ocr-languages.ts';
import type { OcrLanguageFailure } from '#domain/contract/ocr.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ReadOcrLanguageFile } from '../ports/file-shelf.ts';
import { readOriginal } from './read-original.ts';

/** The largest file of Tesseract, for a script, has 85 MB. */
const MAX_BYTES = 128 * 1024 * 1024;

type Bytes = Result<Uint8Array, OcrLanguageFailure>;

const isGzipped = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unzipped = async (bytes: Uint8Array): Promise<Bytes> => {
  if (!isGzipped(bytes)) return ok(bytes);
  try {
    return ok(await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES }));
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return err(isTooLarge ? 'too-large' : 'not-language-data');
  }
};

/** The bytes in their stored form, gzipped, if they are usable language data. */
const checked = async (bytes: Uint8Array): Promise<Bytes> => {
  const data = await unzipped(bytes);
  if (!data.ok) return data;
  const fault = languageDataFault(data.value);
  if (fault !== null) return err(fault);
  return ok(isGzipped(bytes) ? bytes : await promisify(gzip)(bytes));
};

/** Reads a chosen language file of Tesseract; its name determines the language. */
export const readOcrLanguageFile: ReadOcrLanguageFile = async (path) => {
  const file = basename(path);
  const refused = (why: OcrLanguageFailure) => err({ code: 'ocr-language-refused' as const, file, why });
  const language = ocrLanguageOfFile(file);
  if (language === null) return refused('no-language-name');
  if (isShippedOcrLanguage(language)) return refused('comes-with-app');
  const read = await readOriginal(path, MAX_BYTES);
  if (!read.ok) return read.error === 'file-too-large' ? refused('too-large') : err({ code: read.error });
  const bytes = await checked(read.value);
  return bytes.ok ? ok({ language, bytes: bytes.value }) : refused(bytes.error);
};
