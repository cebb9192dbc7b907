import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { toTimestamp } from '#domain/time.ts';
import { readContent } from '../file/read/read-content.ts';
import { requireSystemError, systemError } from '../file/system-error.ts';
import { syncFolder, writeDurably } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { clearGhost, isGhost } from './ghost-folder.ts';
import { DELETION_FILE, folderOf, parentOf, type Whereabouts } from './layout.ts';
import { folderLinkedOut } from './linked-out.ts';
import { makeFolderIn } from './make-folder-in.ts';

const mainFiles = { article: 'article.json', memo: 'memo.json' } as const;

/** Whether the folder is there, and more than what another program has left of it. */
export const isFolderIn = (context: StorageContext, folder: RecordFolder, where: Whereabouts): boolean => {
  const path = pathOf(context, folderOf(folder, where));
  return existsSync(join(path, mainFiles[folder.kind])) || (existsSync(path) && !isGhost(path));
};

/** Throws if a memo has no folder: if another program has removed it, adding a file must not create it again. */
export const requireFolder = (context: StorageContext, folder: RecordFolder): void => {
  if (!isFolderIn(context, folder, 'archive'))
    throw systemError('ENOENT', `There is no folder of ${folder.kind} ${folder.id}.`);
};

/** Moves a folder to the trash and records the time. If it throws, the folder is where it was. */
export const moveToTrash = async (
  context: StorageContext,
  folder: RecordFolder,
  deletedAtMs: number,
): Promise<void> => {
  const name = `${folderOf(folder, 'archive')}/${DELETION_FILE}`;
  if (folderLinkedOut(context.root, name) !== null)
    throw systemError('ELOOP', `${name} would be written out of the archive.`);
  const note = pathOf(context, name);
  const text = serialiseContent({ version: 1, deletedAt: toTimestamp(deletedAtMs) });
  const bytes = await context.codec.encode(Buffer.from(text, 'utf8'));
  // Left there by a crash between the note and the move, or by a person who took the folder out of the trash.
  rmSync(note, { force: true });
  await writeDurably(note, bytes, context.modes().file);
  try {
    makeFolderIn(context, parentOf(folder.kind, 'trash'));
    await renameFolder(context, folder, 'archive', 'trash');
  } catch (cause) {
    rmSync(note, { force: true });
    throw cause;
  }
};

/** Restores a folder from the trash. If it throws, the folder is where it was. */
export const restoreFromTrash = async (context: StorageContext, folder: RecordFolder): Promise<void> => {
  await renameFolder(context, folder, 'trash', 'archive');
  try {
    rmSync(pathOf(context, `${folderOf(folder, 'archive')}/${DELETION_FILE}`), { force: true });
  } catch (cause) {
    // Outside the trash the record has no meaning, and the next move to the trash writes a new one.
    requireSystemError(cause);
  }
};

/**
 * When a folder came into the trash; null if it is not there. A folder that was put there by hand has no record; then
 * it is the time of its last change.
 */
export const readDeletedAtMs = async (
  context: StorageContext,
  folder: RecordFolder,
): Promise<number | null> => {
  const path = pathOf(context, folderOf(folder, 'trash'));
  const note = await readContent('deletion', join(path, DELETION_FILE), context.codec);
  if (note.kind === 'content') return Date.parse(note.content.deletedAt);
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? null : Math.round(stats.mtimeMs);
};

const renameFolder = async (
  context: StorageContext,
  folder: RecordFolder,
  from: Whereabouts,
  to: Whereabouts,
): Promise<void> => {
  const source = pathOf(context, folderOf(folder, from));
  const target = pathOf(context, folderOf(folder, to));
  clearGhost(target);
  renameSync(source, target);
  try {
    await syncFolder(pathOf(context, parentOf(folder.kind, to)));
    await syncFolder(pathOf(context, parentOf(folder.kind, from)));
  } catch (cause) {
    renameSync(target, source);
    throw cause;
  }
};
