import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { copiedFolderOf, placeOfCopy } from '#domain/archive/merge/original-of-copy.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toWriteFailed } from './file/system-error.ts';
import { syncFolder } from './file/write/write-atomically.ts';
import { COPY_FOLDER } from './folder/layout.ts';
import { pathOf, type StorageContext } from './storage-context.ts';

/**
 * Moves a conflict copy to the trash, under its own name. Nothing there is replaced: a second copy with that name gets
 * a number. With the last record of a copied folder the rest of the folder is moved too. Returns the new path.
 */
export const putAwayCopy = async (
  context: StorageContext,
  name: string,
): Promise<Result<string, AppError>> => {
  try {
    const away = freeName(context, `${COPY_FOLDER}/${name}`);
    const [from, to] = [pathOf(context, name), pathOf(context, away)];
    mkdirSync(pathOf(context, posix.dirname(away)), { recursive: true, mode: context.modes().folder });
    renameSync(from, to);
    await syncBoth(context, away, name).catch((cause: unknown) => {
      renameSync(to, from);
      throw cause;
    });
    if (copiedFolderOf(name) !== null) await putAwayRest(context, name.split('/').slice(0, 2).join('/'));
    return ok(away);
  } catch (cause) {
    return err(toWriteFailed(name, cause));
  }
};

/** An original and older versions, to which no record of the copy refers any more. */
const putAwayRest = async (context: StorageContext, folder: string): Promise<void> => {
  const path = pathOf(context, folder);
  const rest = readdirSync(path, { recursive: true, withFileTypes: true }).filter(
    (one) => !one.isDirectory(),
  );
  const paths = rest.map(
    ({ parentPath, name }) => `${folder}/${relative(path, join(parentPath, name)).replaceAll(sep, '/')}`,
  );
  if (paths.some((one) => one.endsWith('.json') && placeOfCopy(one) !== null)) return;
  for (const { parentPath, name } of rest) {
    const from = join(parentPath, name);
    const away = freeName(context, `${COPY_FOLDER}/${folder}/${relative(path, from).replaceAll(sep, '/')}`);
    mkdirSync(pathOf(context, posix.dirname(away)), { recursive: true, mode: context.modes().folder });
    renameSync(from, pathOf(context, away));
  }
  rmSync(path, { recursive: true });
  await syncBoth(context, folder);
};

const syncBoth = async (context: StorageContext, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await syncFolder(pathOf(context, posix.dirname(name)));
};

const freeName = (context: StorageContext, wanted: string): string => {
  const { dir, name, ext } = posix.parse(wanted);
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? wanted : posix.join(dir, `${name}-${count}${ext}`);
    if (!existsSync(pathOf(context, numbered))) return numbered;
  }
};
