import { rmSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { KeptCopy } from '#electron/ports/archive.ts';
import { requireSystemError, toWriteFailed, UnreadableFolder } from './file/system-error.ts';
import { COPY_FOLDER } from './folder/layout.ts';
import { listEntries } from './folder/list-records.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

/** The conflict copies in the trash that were merged, the latest first. Throws UnreadableFolder. */
export const listKeptCopies = async (context: StorageContext): Promise<readonly KeptCopy[]> => {
  const names = await namesBelow(context, COPY_FOLDER);
  return names.flatMap((name) => lookAt(context, name)).toSorted((a, b) => b.keptAtMs - a.keptAtMs);
};

const namesBelow = async (context: StorageContext, folder: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const entry of await listEntries(context, folder)) {
    const name = posix.join(folder, entry.name);
    if (entry.isDirectory()) names.push(...(await namesBelow(context, name)));
    else if (entry.isFile()) names.push(name);
  }
  return names;
};

/** Empty if it has been removed meanwhile. */
const lookAt = (context: StorageContext, name: string): readonly KeptCopy[] => {
  try {
    const stats = statSync(pathOf(context, name), { throwIfNoEntry: false });
    if (stats === undefined) return [];
    // A copy keeps the time at which it was written; it was changed last when it was moved.
    return [{ name: name.slice(COPY_FOLDER.length + 1), keptAtMs: Math.round(stats.ctimeMs) }];
  } catch (cause) {
    requireSystemError(cause);
    throw new UnreadableFolder(posix.dirname(name), cause);
  }
};

/** Permanently removes copies, by their names. Returns how many were removed. Throws UnreadableFolder. */
export const removeKeptCopies = async (
  context: StorageContext,
  names: readonly string[],
): Promise<Result<number, AppError>> => {
  const known = new Set((await listKeptCopies(context)).map(({ name }) => name));
  const going = names.filter((name) => known.has(name));
  try {
    for (const name of going) rmSync(pathOf(context, posix.join(COPY_FOLDER, name)), { force: true });
    return ok(going.length);
  } catch (cause) {
    return err(toWriteFailed(COPY_FOLDER, cause));
  }
};
