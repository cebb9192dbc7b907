import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BACKUP_FORMAT, BACKUP_VERSION } from '#domain/backup/backup-list.ts';
import { type ArchiveId, archiveIdSchema } from '#domain/ids.ts';
import { isMissing, requireSystemError } from '#electron/storage/file/system-error.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { writeAtomically } from '#electron/storage/file/write/write-atomically.ts';
import { acquireLock } from '#electron/storage/lock/acquire-lock.ts';
import { backupStop } from '../backup-stop.ts';
import { Lists } from './lists.ts';
import { Objects } from './objects.ts';
import { ReadingFailed, readWhole } from './stream-file.ts';

/** The backups of one archive in a folder of the analyst's choice. */
export type Repository = { readonly folder: string; readonly lists: Lists; readonly objects: Objects };

const PREFIX = 'precis-backup-';
const MARK_FILE = 'backup.json';
const LOCK_FILE = '.lock';

/** A lock of another computer that is older than any backup lasts was left by a crash. */
const STALE_LOCK_MS = 24 * 60 * 60 * 1000;

const markSchema = z.looseObject({ format: z.literal(BACKUP_FORMAT), version: z.int().min(1) });

export const repositoryRoot = (folder: string, archiveId: ArchiveId): string =>
  join(folder, `${PREFIX}${archiveId}`);

const readmeOf = (archiveId: ArchiveId, title: string): string =>
  [
    `Backups of the Precis archive "${title}", ${archiveId}.`,
    '',
    'objects/  the contents of its files, each under its SHA-256',
    'lists/    one file for each backup: which contents stood under which names',
    '',
    'Restore with Precis ("Restore from a backup..."), or by hand: each line of a list names a part, which is an object;',
    'each line of a part names a file by its path and its content by its hash. Nothing is packed; the files of an',
    'encrypted archive are age files here too.',
    '',
  ].join('\n');

/** Looks whether the backups can be read; throws `folder-missing` or `newer`. */
const requireMark = async (folder: string, root: string): Promise<void> => {
  const path = join(root, MARK_FILE);
  if (!existsSync(path)) throw backupStop(folder, 'folder-missing');
  const bytes = await readWhole(path).catch(nothingToRead);
  const mark = markSchema.safeParse(parseOrUndefined(Buffer.from(bytes).toString('utf8')));
  // A mark that a power cut has emptied costs nothing: lists and objects speak for themselves.
  if (mark.success && mark.data.version > BACKUP_VERSION) throw backupStop(folder, 'newer');
};

const nothingToRead = (cause: unknown): Uint8Array => {
  if (cause instanceof ReadingFailed) return new Uint8Array();
  throw cause;
};

const parseOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const open = async (folder: string, root: string): Promise<Repository> => {
  const objects = new Objects(root);
  await objects.look();
  return { folder, lists: new Lists(root), objects };
};

/** Opens the backups of an archive for reading. */
export const openToRestore = async (folder: string, archiveId: ArchiveId): Promise<Repository> => {
  const root = repositoryRoot(folder, archiveId);
  await requireMark(folder, root);
  return open(folder, root);
};

export type Founding = {
  readonly archiveId: ArchiveId;
  readonly title: string;
  /** Whether backups may begin here. Else a folder without them is that of a disk that is away. */
  readonly mayFound: boolean;
};

/** Opens the backups of an archive for this process alone, does `work` on them, and gives them up again. */
export const withRepository = async <T>(
  folder: string,
  founding: Founding,
  work: (repository: Repository) => Promise<T>,
): Promise<T> => {
  if (!existsSync(folder)) throw backupStop(folder, 'folder-missing');
  const root = repositoryRoot(folder, founding.archiveId);
  if (founding.mayFound && !existsSync(join(root, MARK_FILE))) await found(root, founding);
  await requireMark(folder, root);
  const lock = await lockRepository(folder, root);
  try {
    const repository = await open(folder, root);
    await repository.objects.clearUnfinished();
    return await work(repository);
  } finally {
    await lock.release().catch(requireSystemError);
  }
};

const lockRepository = async (folder: string, root: string) => {
  const path = join(root, LOCK_FILE);
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  const lock = await acquireLock(path, {
    newNonce: randomUUID,
    overrulesOtherHost: age > STALE_LOCK_MS,
    mode: privateModes.file,
  });
  if (!lock.ok) throw backupStop(folder, 'in-use');
  return lock.value;
};

/** The mark is written last: without it there are no backups here. */
const found = async (root: string, { archiveId, title }: Founding): Promise<void> => {
  for (const path of [root, join(root, 'objects'), join(root, 'lists')])
    if (!existsSync(path)) mkdirSync(path, privateModes.folder);
  await put(join(root, 'README.txt'), readmeOf(archiveId, title));
  const mark = { format: BACKUP_FORMAT, version: BACKUP_VERSION, archiveId };
  await put(join(root, MARK_FILE), `${JSON.stringify(mark)}\n`);
};

const put = async (path: string, text: string): Promise<void> => {
  await writeAtomically(path, Buffer.from(text, 'utf8'), `${path}.tmp-${randomUUID()}`);
  rmSync(`${path}.bak`, { force: true });
};

/** The archives that have backups in a folder. */
export const archivesIn = async (folder: string): Promise<readonly ArchiveId[]> => {
  try {
    const names = await readdir(folder);
    return names.flatMap((name) =>
      name.startsWith(PREFIX) ? (archiveIdSchema.safeParse(name.slice(PREFIX.length)).data ?? []) : [],
    );
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
