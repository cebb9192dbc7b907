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
 * Gives the bytes a place that nothing has; false where something has it. File systems without links are looked at
 * first.
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

/** Files of memos that are being sent, in the folder of exports: see the port. */
export const sentFiles: SentFiles = {
  async stage(path, bytes, sending, { replaces }) {
    const archive = findArchiveAround(path);
    if (archive !== null) return err({ code: 'place-in-archive', folder: archive });
    if (!replaces && existsSync(path)) return err({ code: 'file-exists', file: basename(path) });
    try {
      // To be handed on: whoever the user's umask lets may read it.
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
    // A folder that is not there holds nothing.
    const names = await readdir(folder).catch((): string[] => []);
    return names.flatMap((name) =>
      name.startsWith(beginning) && name.endsWith(ENDING)
        ? (snapshotIdSchema.safeParse(name.slice(beginning.length, -ENDING.length)).data ?? [])
        : [],
    );
  },
};
