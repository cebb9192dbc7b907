import { existsSync, renameSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { snapshotIdSchema } from '#domain/ids.ts';
import { err, ok } from '#domain/result.ts';
import type { Sending, SentFiles } from '#electron/ports/exported-file.ts';
import { sharedModes } from '#electron/storage/file/write/file-modes.ts';
import { syncFolder, writeDurably } from '#electron/storage/file/write/write-atomically.ts';
import { toWriteFailed } from '../storage/file/system-error.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';
import { placeBeside } from './write-exported-file.ts';

const BEGINNING = '.precis-';
const ENDING = '.sending';

const stagedName = ({ archiveId, snapshotId }: Sending): string =>
  `${BEGINNING}${archiveId}-${snapshotId}${ENDING}`;

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
