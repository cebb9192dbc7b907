import { join } from 'node:path';
import { err, ok } from '#domain/result.ts';
import type { ArchivePlaces } from '../ports/archive-places.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';
import { hasArchiveFile } from '../storage/folder/inspect-folder.ts';
import type { Dialogs } from './dialogs.ts';
import { freePath } from './free-path.ts';

/** Asks in the system's dialogs. */
export const createArchivePlaces = (dialogs: Pick<Dialogs, 'openFolder'>): ArchivePlaces => ({
  chooseLinkFolder: () => dialogs.openFolder({ title: 'Put the link in' }),
  async chooseArchive() {
    const folder = await dialogs.openFolder({ title: 'Open the archive in' });
    if (folder === null || hasArchiveFile(folder)) return ok(folder);
    return err({ code: 'archive-not-found' });
  },
  async chooseNewFolder(name) {
    const parent = await dialogs.openFolder({ title: 'Make the new archive in' });
    if (parent === null) return ok(null);
    const around = findArchiveAround(join(parent, 'x'));
    return around === null ? ok(freePath(parent, name)) : err({ code: 'place-in-archive', folder: around });
  },
});
