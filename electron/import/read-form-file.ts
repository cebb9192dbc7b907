/** Files of forms: an exported form, and the Word template of one. */
import { basename } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportFailure } from '#domain/contract/errors/import-errors.ts';
import { MAX_FORM_FILE_LENGTH } from '#domain/memo/form/form-file.ts';
import {
  MAX_TEMPLATE_BYTES,
  type TemplateFailure,
  templateFailures,
} from '#domain/memo/form/word/house-template.ts';
import { err, ok } from '#domain/result.ts';
import type { ReadFormFile } from '#electron/ports/chosen-files.ts';
import type { Importer, TemplateReader } from '#electron/ports/importer.ts';
import { readOriginal } from './read-original.ts';

/** The text of a form's file. A file that is not UTF-8 is reported as not being text. */
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

/** The failure of a template for each failure of an ordinary document. */
const asTemplate: Readonly<Partial<Record<ImportFailure, TemplateFailure>>> = {
  'file-too-large': 'too-large',
  'document-damaged': 'damaged',
  'document-unsafe': 'unsafe',
  'nested-too-deep': 'unsafe',
  'too-many-elements': 'unsafe',
  'no-text-found': 'not-word',
};

const isTemplateFailure = (failure: string): failure is TemplateFailure =>
  templateFailures.some((each) => each === failure);

const unusable = (file: string, failure: ImportFailure | TemplateFailure): AppError => {
  const why = isTemplateFailure(failure) ? failure : asTemplate[failure];
  if (why !== undefined) return { code: 'template-unusable', file, why };
  return { code: failure as ImportFailure };
};

/** Creates the reader of Word templates over the sandboxed page. */
export const createTemplateReader = (importer: Pick<Importer, 'readTemplate'>): TemplateReader => {
  const readBytes: TemplateReader['readBytes'] = async (fileName, bytes) => {
    const read = await importer.readTemplate({ template: bytes });
    return read.ok ? read : err(unusable(fileName, read.error));
  };
  return {
    readBytes,
    async read(path) {
      const fileName = basename(path);
      // A file whose ending says that it has macros is refused unread.
      if (/\.(?:docm|dotm)$/iu.test(fileName)) return err(unusable(fileName, 'macros'));
      const bytes = await readOriginal(path, MAX_TEMPLATE_BYTES);
      if (!bytes.ok) return err(unusable(fileName, bytes.error));
      const house = await readBytes(fileName, bytes.value);
      return house.ok ? ok({ fileName, bytes: bytes.value, house: house.value }) : house;
    },
  };
};
