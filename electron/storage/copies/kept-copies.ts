import { readdirSync, rmSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { KeptCopy } from '#electron/ports/archive.ts';
import { isMissing, toWriteFailed } from '../file/system-error.ts';
import { COPY_FOLDER } from '../folder/layout.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';

/** The conflict copies that were merged and lie in the trash, the last first. */
export const listKeptCopies = (context: StorageContext): readonly KeptCopy[] =>
  namesBelow(context, COPY_FOLDER)
    .map((name) => ({
      name: name.slice(COPY_FOLDER.length + 1),
      // A copy keeps the time at which it was written; it was changed last when it was moved.
      keptAtMs: Math.round(statSync(pathOf(context, name)).ctimeMs),
    }))
    .toSorted((a, b) => b.keptAtMs - a.keptAtMs);

const namesBelow = (context: StorageContext, folder: string): readonly string[] =>
  listEntries(pathOf(context, folder)).flatMap((entry) => {
    const name = posix.join(folder, entry.name);
    return entry.isDirectory() ? namesBelow(context, name) : entry.isFile() ? [name] : [];
  });

const listEntries = (path: string) => {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};

/** Removes copies for ever, by their names. Answers how many went. */
export const removeKeptCopies = (
  context: StorageContext,
  names: readonly string[],
): Result<number, AppError> => {
  const known = new Set(listKeptCopies(context).map(({ name }) => name));
  const going = names.filter((name) => known.has(name));
  try {
    for (const name of going) rmSync(pathOf(context, posix.join(COPY_FOLDER, name)), { force: true });
    return ok(going.length);
  } catch (cause) {
    return err(toWriteFailed(COPY_FOLDER, cause));
  }
};
