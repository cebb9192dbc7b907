import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { SpellingLanguage } from '#domain/spelling/dictionaries.ts';
import { requireSystemError, toWriteFailed } from '#electron/storage/file/system-error.ts';
import type { DictionaryShelf } from '../ports/dictionary-shelf.ts';

/** Where the dictionary of a language stands that the analyst has added. */
export const addedDictionaryFile = (folder: string, language: SpellingLanguage): string =>
  join(folder, `${language}.bdic`);

const written = async (file: string, write: () => Promise<void>): Promise<Result<null, AppError>> => {
  try {
    await write();
    return ok(null);
  } catch (cause) {
    return err(toWriteFailed(file, cause));
  }
};

const putWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.datasync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
};

/** The dictionaries that were added, a file each in `folder`. */
export const createDictionaryShelf = (folder: string): DictionaryShelf => ({
  async read(language) {
    try {
      return await readFile(addedDictionaryFile(folder, language));
    } catch (cause) {
      requireSystemError(cause);
      return null;
    }
  },
  put: (language, bytes) =>
    written(`${language}.bdic`, async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await putWhole(addedDictionaryFile(folder, language), bytes);
    }),
  remove: (language) =>
    written(`${language}.bdic`, () => rm(addedDictionaryFile(folder, language), { force: true })),
});
