import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type NewId, snapshotIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Sending, SentFiles } from '#electron/ports/exported-file.ts';
import { sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import { toWriteFailed } from '../storage/file/system-error.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';

const BEGINNING = '.precis-';
const ENDING = '.sending';

const stagedName = ({ archiveId, snapshotId }: Sending): string =>
  `${BEGINNING}${archiveId}-${snapshotId}${ENDING}`;

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);

/**
 * Moves the file to a path that does not exist yet; false if it exists. On file systems without hard links the path is
 * checked first.
 */
const placeBeside = (temporaryPath: string, path: string): boolean => {
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
 * Writes an exported file to a path of the analyst's choice: all bytes go to a temporary file beside it, are flushed to
 * the disk, and the file is then renamed. A replaced file is intact until the new one is complete; nothing else is left
 * behind. A path inside an archive is refused with `place-in-archive`, because the file there may belong to the
 * archive. A file that must not be replaced is refused with `file-exists`, even if it is created meanwhile.
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
    // Exported files are to be passed on, so the user's umask decides who may read them.
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

/** Files of memos that are being sent, in the folder of exports: see the port. */
export const sentFiles: SentFiles = {
  async stage(path, bytes, sending, { replaces }) {
    const archive = findArchiveAround(path);
    if (archive !== null) return err({ code: 'place-in-archive', folder: archive });
    if (!replaces && existsSync(path)) return err({ code: 'file-exists', file: basename(path) });
    try {
      // Exported files are to be passed on, so the user's umask decides who may read them.
      await writeDurably(join(dirname(path), stagedName(sending)), bytes, sharedModes.file);
      await syncFolder(dirname(path));
      return ok(null);
    } catch (cause) {
      await sentFiles.discard(dirname(path), sending);
      return err(toWriteFailed(basename(path), cause));
    }
  },

  async place(path, sending, { replaces }) {
    const staged = join(dirname(path), stagedName(sending));
    try {
      if (replaces) renameSync(staged, path);
      else if (!placeBeside(staged, path)) return err({ code: 'file-exists', file: basename(path) });
      await rm(staged, { force: true });
      await syncFolder(dirname(path));
      return ok(null);
    } catch (cause) {
      return err(toWriteFailed(basename(path), cause));
    }
  },

  discard: (folder, sending) => rm(join(folder, stagedName(sending)), { force: true }),

  async staged(folder, archiveId) {
    const beginning = `${BEGINNING}${archiveId}-`;
    // A missing folder contains nothing.
    const names = await readdir(folder).catch((): string[] => []);
    return names.flatMap((name) =>
      name.startsWith(beginning) && name.endsWith(ENDING)
        ? (snapshotIdSchema.safeParse(name.slice(beginning.length, -ENDING.length)).data ?? [])
        : [],
    );
  },
};
