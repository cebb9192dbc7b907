import { existsSync, realpathSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { err, ok } from '#domain/result.ts';
import type { ArchivePlaces } from '../ports/archive-places.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';
import { hasArchiveFile } from '../storage/folder/inspect-folder.ts';
import type { Dialogs } from './dialogs.ts';

/** The real path of the folder; unchanged if it does not exist. */
const realPath = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
};

/** Whether `inner` is `outer`, or is inside it. */
const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(realPath(outer), realPath(inner));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
};

const refusalOfInbox: ArchivePlaces['refusalOfInbox'] = (folder, { archive, backups }) => {
  if (isWithin(archive, folder) && !isWithin(folder, archive)) return 'holds-archive';
  if (isWithin(folder, archive) || findArchiveAround(join(folder, 'x')) !== null) return 'in-archive';
  if (backups !== null && (isWithin(backups, folder) || isWithin(folder, backups))) return 'holds-backups';
  return null;
};

/**
 * The places for the browser extension: where browsers save files, where the app has the extension, and where it is
 * installed.
 */
export type BrowserPlaces = {
  readonly downloads: string;
  readonly shipped: string;
  readonly extension: string;
};

/**
 * The folder into which a browser saves: the one named by the system or, if that is the home folder itself, as Linux
 * reports for a user without a downloads folder, *Downloads* in it. Chromium treats the home folder as dangerous, and
 * creates that folder.
 */
export const downloadsFolder = (named: string, home: string): string =>
  relative(realPath(home), realPath(named)) === '' ? join(home, 'Downloads') : named;

/** Must be the same name as in `browser/keep.js`. */
const KEEP_FOLDER = 'Precis inbox';

/** Asks in the system's dialogs. */
export const createArchivePlaces = (
  dialogs: Pick<Dialogs, 'openFolder'>,
  { downloads, shipped, extension }: BrowserPlaces,
): ArchivePlaces => ({
  keepFolder: join(downloads, KEEP_FOLDER),
  async makeKeepFolder() {
    const folder = join(downloads, KEEP_FOLDER);
    await mkdir(folder, { recursive: true });
    return folder;
  },
  async makeExtension() {
    // The folder of an AppImage changes at each start; the copy from which a browser loads the extension stays.
    await cp(shipped, extension, { recursive: true });
    return extension;
  },
  chooseLinkFolder: () => dialogs.openFolder({ title: 'Save the link in' }),
  chooseInbox: () => dialogs.openFolder({ title: 'Import files that arrive in' }),
  refusalOfInbox,
  async chooseArchive() {
    const folder = await dialogs.openFolder({ title: 'Open the archive in' });
    if (folder === null || hasArchiveFile(folder)) return ok(folder);
    return err({ code: 'archive-not-found' });
  },
  async chooseNewFolder(name) {
    const parent = await dialogs.openFolder({ title: 'Create the new archive in' });
    if (parent === null) return ok(null);
    const around = findArchiveAround(join(parent, 'x'));
    return around === null ? ok(freePath(parent, name)) : err({ code: 'place-in-archive', folder: around });
  },
});

/** An unused path in the folder, with that name or that name with a number. */
export const freePath = (folder: string, name: string, ending = ''): string => {
  const first = join(folder, `${name}${ending}`);
  if (!existsSync(first)) return first;
  for (let number = 2; ; number++) {
    const path = join(folder, `${name} (${number})${ending}`);
    if (!existsSync(path)) return path;
  }
};
