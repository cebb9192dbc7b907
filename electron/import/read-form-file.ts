import { basename } from 'node:path';
import type { ImportFailure } from '#domain/contract/errors.ts';
import { MAX_FORM_FILE_LENGTH } from '#domain/memo/form/file/form-file.ts';
import { err, ok } from '#domain/result.ts';
import type { ReadFormFile } from '#electron/ports/form-file.ts';
import { readBytes } from '#electron/storage/file/read/read-bytes.ts';

const failures = {
  'not-a-file': 'file-is-folder',
  'too-large': 'file-too-large',
  'no-permission': 'file-unreadable',
  other: 'file-unreadable',
} as const satisfies Readonly<Record<string, ImportFailure>>;

/** The text of the file of a form. What is no UTF-8 is said to be no text. */
export const readFormFile: ReadFormFile = async (path) => {
  const read = await readBytes(path, 2 * MAX_FORM_FILE_LENGTH);
  if (read.found === 'nothing') return err({ code: 'file-missing' });
  if (read.found === 'unreadable') return err({ code: failures[read.reason] });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
    return ok({ fileName: basename(path), text });
  } catch {
    return err({ code: 'file-binary' });
  }
};
