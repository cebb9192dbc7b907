import { basename } from 'node:path';
import { MAX_FORM_FILE_LENGTH } from '#domain/memo/form/form-file.ts';
import { err, ok } from '#domain/result.ts';
import type { ReadFormFile } from '#electron/ports/chosen-files.ts';
import { readOriginal } from './read-original.ts';

/** The text of the file of a form. What is no UTF-8 is said to be no text. */
export const readFormFile: ReadFormFile = async (path) => {
  const read = await readOriginal(path, 2 * MAX_FORM_FILE_LENGTH);
  if (!read.ok) return err({ code: read.error });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.value);
    return ok({ fileName: basename(path), text });
  } catch {
    return err({ code: 'file-binary' });
  }
};
