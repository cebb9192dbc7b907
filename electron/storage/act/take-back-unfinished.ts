import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecordFolder } from '#domain/archive/changes.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { backupOf, restoreBackup, syncFolder } from '../file/write/write-atomically.ts';
import type { Whereabouts } from '../folder/layout.ts';
import { isFolderIn, moveToTrash, restoreFromTrash } from '../folder/move-folder.ts';
import { removeNewFolder } from '../folder/new-folder.ts';
import { placeOfName } from '../folder/place-of-name.ts';
import { pathOf, type StorageContext } from '../storage-context.ts';
import { type ActPart, isSameStanding, readActNote, removeActNote, standingAt } from './act-note.ts';

/**
 * Rolls back an act that was interrupted between its writes, by the note that it left: nobody was told that it was
 * done. If all of it is on the disk, it stays. A file that another program has written since is left alone.
 */
export const takeBackUnfinished = async (context: StorageContext): Promise<void> => {
  const noted = await readActNote(context);
  if (noted === null) return;
  const parts = noted.filter(({ name }) => isOfArchive(name));
  const written = parts.filter(({ name, before }) => !isSameStanding(standingAt(context, name), before));
  if (written.length < parts.length) for (const part of written.toReversed()) await takeBack(context, part);
  await removeActNote(context);
};

/** The note may have been written by anyone, so other paths are not even looked at. */
const isOfArchive = (name: string): boolean =>
  folderOfName(name) !== null || placeOfName(name)?.kind === 'mutable';

const takeBack = async (context: StorageContext, part: ActPart): Promise<void> => {
  const folder = folderOfName(part.name);
  if (folder === null) await takeBackFile(context, part);
  else await takeBackFolder(context, folder, part.before);
};

const takeBackFile = async (context: StorageContext, { name, before, after }: ActPart): Promise<void> => {
  if (after === null || !isSameStanding(standingAt(context, name), { is: 'file', sha256: after })) return;
  const path = pathOf(context, name);
  if (before.is === 'nothing') {
    rmSync(path, { force: true });
    await syncFolder(dirname(path));
  } else if (isSameStanding(standingAt(context, backupOf(name)), before))
    await restoreBackup(path, context.temporaryPath(path));
};

type NamedFolder = { readonly folder: RecordFolder; readonly where: Whereabouts };

/** A folder that was added is new or came from the trash; one that was removed went there, or came from there. */
const takeBackFolder = async (
  context: StorageContext,
  { folder, where }: NamedFolder,
  before: ActPart['before'],
): Promise<void> => {
  if (before.is === 'nothing') await removeNewFolder(context, folder);
  else if (where === 'trash') await moveToTrash(context, folder, context.machine.nowMs());
  else if (isFolderIn(context, folder, 'trash')) await restoreFromTrash(context, folder);
};

const folderOfName = (name: string): NamedFolder | null => {
  const [, trash, parent, id = ''] = /^(trash\/)?(articles|memos)\/([^/]+)$/u.exec(name) ?? [];
  const where = trash === undefined ? 'archive' : 'trash';
  const [article, memo] = [articleIdSchema.safeParse(id), memoIdSchema.safeParse(id)];
  if (parent === 'articles' && article.success)
    return { folder: { kind: 'article', id: article.data }, where };
  return parent === 'memos' && memo.success ? { folder: { kind: 'memo', id: memo.data }, where } : null;
};
