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

/**
 * Throws where a memo has no folder: one that another program has taken away is not made anew by what comes into it.
 */
export const requireFolder = (context: StorageContext, folder: RecordFolder): void => {
  if (!isFolderIn(context, folder, 'archive'))
    throw systemError('ENOENT', `There is no folder of ${folder.kind} ${folder.id}.`);
};

/** Moves a folder to the trash and notes since when it lies there. When it throws, it is where it was. */
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

/** Brings a folder back from the trash. When it throws, it is where it was. */
export const restoreFromTrash = async (context: StorageContext, folder: RecordFolder): Promise<void> => {
  await renameFolder(context, folder, 'trash', 'archive');
  try {
    rmSync(pathOf(context, `${folderOf(folder, 'archive')}/${DELETION_FILE}`), { force: true });
  } catch (cause) {
    // Outside the trash the note says nothing, and the next move to the trash writes a new one.
    requireSystemError(cause);
  }
};

/**
 * Since when a folder lies in the trash; null where it does not lie there. One that was laid there by hand has no
 * note: then when it was changed.
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
