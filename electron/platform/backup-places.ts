import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toRestoreStop } from '../backup/backup-stop.ts';
import type { BackupPlaces } from '../ports/archive-places.ts';
import { findArchiveAround } from '../storage/folder/find-archive-around.ts';
import { freePath } from './archive-places.ts';
import type { Dialogs } from './dialogs.ts';

const OWN_FOLDER = 'Precis backups';

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
const below = async (folder: string): Promise<readonly string[]> =>
  (await namesIn(folder)).map((name) => join(folder, name));

/** The folders in which the system mounts connected disks. */
const connectedDisks = async (): Promise<readonly string[]> => {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  if (process.platform === 'darwin') return below('/Volumes');
  const { username } = userInfo();
  const parents = [`/media/${username}`, `/run/media/${username}`, '/mnt'];
  return (await Promise.all(parents.map(below))).flat();
};

/** The id of the file system of a path or, if that is missing, of the nearest existing folder above it. */
const deviceOf = async (path: string): Promise<number | null> => {
  const found = await stat(path).catch(() => null);
  if (found !== null) return found.dev;
  return dirname(path) === path ? null : deviceOf(dirname(path));
};

const canWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );

const isOnOtherDisk = async (folder: string, archiveFolder: string): Promise<boolean> => {
  const [a, b] = [await deviceOf(folder), await deviceOf(archiveFolder)];
  return a !== null && b !== null && a !== b;
};

const propose = async (archiveFolder: string): Promise<string | null> => {
  for (const disk of await connectedDisks())
    if ((await canWrite(disk)) && (await isOnOtherDisk(disk, archiveFolder))) return join(disk, OWN_FOLDER);
  return null;
};

const prepare = async (folder: string): Promise<Result<null, AppError>> => {
  const around = findArchiveAround(join(folder, 'x'));
  if (around !== null) return err({ code: 'place-in-archive', folder: around });
  try {
    await mkdir(folder, { recursive: true });
    return ok(null);
  } catch (cause) {
    return err(toRestoreStop(folder, cause).error);
  }
};

/** Asks in the system's dialogs. */
export const createBackupPlaces = (dialogs: Pick<Dialogs, 'openFiles' | 'openFolder'>): BackupPlaces => ({
  chooseBackupFolder: () => dialogs.openFolder({ title: 'Back up to' }),
  chooseRestoreFolder: () => dialogs.openFolder({ title: 'Restore to' }),
  async chooseZip() {
    const filters = [{ name: 'Archives in a zip', extensions: ['zip'] }];
    const [path = null] = await dialogs.openFiles({ title: 'Unpack an archive', filters, isOne: true });
    return path;
  },
  chooseZipFolder: () => dialogs.openFolder({ title: 'Save the zip in' }),
  propose,
  isOnOtherDisk,
  prepare,
  temporary: tmpdir,
  freePath: (folder, name, ending) => freePath(folder, basename(name), ending),
});
