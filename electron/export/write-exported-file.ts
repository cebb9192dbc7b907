import { renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#domain/contract/errors.ts';
import type { NewId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import { toWriteFailed } from '../storage/file/system-error.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';

/**
 * Writes an exported file to a place of the analyst's choice: all bytes to a temporary file beside it, onto the
 * disk, then renamed. A file that is replaced is there whole until the new one is; nothing else is left behind. A
 * place inside an archive is refused `place-in-archive`: the file there may be one of its own.
 */
export const writeExportedFile = async (
  path: string,
  bytes: Uint8Array,
  newId: NewId,
): Promise<Result<null, AppError>> => {
  const archive = findArchiveAround(path);
  if (archive !== null) return err({ code: 'place-in-archive', folder: archive });
  const temporaryPath = join(dirname(path), `.precis-${newId()}.tmp`);
  try {
    // To be handed on: whoever the user's umask lets may read it.
    await writeDurably(temporaryPath, bytes, sharedModes.file);
    try {
      renameSync(temporaryPath, path);
    } catch (cause) {
      rmSync(temporaryPath, { force: true });
      throw cause;
    }
    await syncFolder(dirname(path));
    return ok(null);
  } catch (cause) {
    return err(toWriteFailed(basename(path), cause));
  }
};
