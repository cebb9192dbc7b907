import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { requireSystemError, toWriteFailed } from '#electron/storage/file/system-error.ts';
import type { FileShelf } from '../ports/file-shelf.ts';

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

/** Creates a shelf in `folder`, where `fileOf` gives the file name of an item. */
export const createFileShelf = <Name extends string>(
  folder: string,
  fileOf: (name: Name) => string,
): FileShelf<Name> => ({
  async read(name) {
    try {
      return await readFile(join(folder, fileOf(name)));
    } catch (cause) {
      requireSystemError(cause);
      return null;
    }
  },
  put: (name, bytes) =>
    written(fileOf(name), async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await putWhole(join(folder, fileOf(name)), bytes);
    }),
  remove: (name) => written(fileOf(name), () => rm(join(folder, fileOf(name)), { force: true })),
});
