import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { NewId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import { toWriteFailed } from '../storage/file/system-error.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);

/** Gives the bytes a place that nothing has; false where something has it. File systems without links are looked at first. */
export const placeBeside = (temporaryPath: string, path: string): boolean => {
  try {
    linkSync(temporaryPath, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST' || existsSync(path)) return false;
    renameSync(temporaryPath, path);
    return true;
  }
};

/**
 * Writes an exported file to a place of the analyst's choice: all bytes to a temporary file beside it, onto the
 * disk, then renamed. A file that is replaced is there whole until the new one is; nothing else is left behind. A
 * place inside an archive is refused `place-in-archive`: the file there may be one of its own. One that is not to be
 * replaced is refused `file-exists`, also where it comes into being meanwhile.
 */
export const writeExportedFile = async (
  path: string,
  bytes: Uint8Array,
  { replaces }: { readonly replaces: boolean },
  newId: NewId,
): Promise<Result<null, AppError>> => {
  const archive = findArchiveAround(path);
  if (archive !== null) return err({ code: 'place-in-archive', folder: archive });
  const temporaryPath = join(dirname(path), `.precis-${newId()}.tmp`);
  try {
    // To be handed on: whoever the user's umask lets may read it.
    await writeDurably(temporaryPath, bytes, sharedModes.file);
    try {
      if (replaces) renameSync(temporaryPath, path);
      else if (!placeBeside(temporaryPath, path)) return err({ code: 'file-exists', file: basename(path) });
    } finally {
      rmSync(temporaryPath, { force: true });
    }
    await syncFolder(dirname(path));
    return ok(null);
  } catch (cause) {
    return err(toWriteFailed(basename(path), cause));
  }
};
