import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { requireSystemError, systemError } from '../file/system-error.ts';
import { syncFolder, waitForAll, writeDurably } from '../file/write/write-atomically.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { clearGhost } from './ghost-folder.ts';
import { folderOf, incomingFolderOf, parentOf } from './layout.ts';
import { makeFolderIn } from './make-folder-in.ts';

/** The contents of the files of a new folder, by name; those of a folder within it by their path, with "/". */
export type NewFiles = Readonly<Record<string, Uint8Array>>;

const innerFolders = (files: NewFiles): readonly string[] => [
  ...new Set(Object.keys(files).flatMap((name) => (name.includes('/') ? posix.dirname(name) : []))),
];

/**
 * Writes the folder of a new article or memo: all its files under another name first, so that the folder is
 * never seen half-written. When it throws, nothing of it is left that a next opening would not clear away.
 */
export const writeNewFolder = async (
  context: StorageContext,
  folder: RecordFolder,
  files: NewFiles,
): Promise<void> => {
  const modes = context.modes();
  const incoming = pathOf(context, incomingFolderOf(folder));
  const final = pathOf(context, folderOf(folder, 'archive'));
  clearGhost(final);
  if (existsSync(final))
    throw systemError('EEXIST', `There is a folder of ${folder.kind} ${folder.id} already.`);
  try {
    makeFolderIn(context, parentOf(folder.kind, 'archive'));
    mkdirSync(incoming, modes.folder);
    const inner = innerFolders(files).map((name) => join(incoming, name));
    for (const folderPath of inner) mkdirSync(folderPath, modes.folder);
    await waitForAll(
      Object.entries(files).map(async ([name, content]) =>
        writeDurably(join(incoming, name), await context.codec.encode(content), modes.file),
      ),
    );
    for (const folderPath of inner) await syncFolder(folderPath);
    await syncFolder(incoming);
    renameSync(incoming, final);
    await syncFolder(pathOf(context, parentOf(folder.kind, 'archive')));
  } catch (cause) {
    await removeNewFolder(context, folder).catch(requireSystemError);
    throw cause;
  }
};

/** Takes a folder that was just written away again, as if it had never been. */
export const removeNewFolder = async (context: StorageContext, folder: RecordFolder): Promise<void> => {
  const incoming = pathOf(context, incomingFolderOf(folder));
  const final = pathOf(context, folderOf(folder, 'archive'));
  if (existsSync(final)) renameSync(final, incoming);
  await rm(incoming, { recursive: true, force: true });
  await syncFolder(pathOf(context, parentOf(folder.kind, 'archive')));
};
