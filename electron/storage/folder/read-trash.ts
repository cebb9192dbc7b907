import type { RecordFolder } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TrashedArticle, TrashedMemo, TrashFault } from '#electron/ports/archive.ts';
import { readSealed } from '../sealed-files.ts';
import type { StorageContext } from '../storage-context.ts';
import { folderOf } from './layout.ts';
import { listIds } from './list-ids.ts';
import { isFolderIn, readDeletedAtMs } from './move-folder.ts';

/**
 * The articles in the trash. One that can't be read is reported as damaged and passed over; so is one that an act
 * brings back meanwhile: whoever asked is told of that act.
 */
export const readTrashedArticles = async (context: StorageContext): Promise<readonly TrashedArticle[]> =>
  onlyRead(await listIds(context, 'article', 'trash'), (id) => readTrashedArticle(context, id));

/** The memos in the trash. One that can't be read is reported as damaged and passed over. */
export const readTrashedMemos = async (context: StorageContext): Promise<readonly TrashedMemo[]> =>
  onlyRead(await listIds(context, 'memo', 'trash'), (id) => readTrashedMemo(context, id));

/** What lies in the trash and can't be read, each with the reason. */
export const findTrashFaults = async (context: StorageContext): Promise<readonly TrashFault[]> => {
  const faults: TrashFault[] = [];
  const look = async (folder: RecordFolder, read: () => Looked<unknown>): Promise<void> => {
    const found = await read();
    // One that was brought back meanwhile is no longer there.
    if (!found.ok && isFolderIn(context, folder, 'trash')) faults.push({ ...folder, error: found.error });
  };
  for (const id of await listIds(context, 'article', 'trash'))
    await look({ holds: 'article', id }, () => readTrashedArticle(context, id));
  for (const id of await listIds(context, 'memo', 'trash'))
    await look({ holds: 'memo', id }, () => readTrashedMemo(context, id));
  return faults;
};

type Looked<T> = Promise<Result<T, AppError>>;

const readTrashedArticle = async (context: StorageContext, id: ArticleId): Looked<TrashedArticle> => {
  const folder: RecordFolder = { holds: 'article', id };
  const place = folderOf(folder, 'trash');
  const article = await readSealed(context, 'article', `${place}/article.json`);
  const annotations = await readSealed(context, 'annotations', `${place}/annotations.json`);
  const deletedAtMs = await readDeletedAtMs(context, folder);
  if (!article.ok) return article;
  if (!annotations.ok) return annotations;
  if (deletedAtMs === null) return err({ code: 'not-found', what: 'article', id });
  const { about, passages } = annotations.value;
  return ok({ id, deletedAtMs, ...article.value, about, passages });
};

const readTrashedMemo = async (context: StorageContext, id: MemoId): Looked<TrashedMemo> => {
  const folder: RecordFolder = { holds: 'memo', id };
  const memo = await readSealed(context, 'memo', `${folderOf(folder, 'trash')}/memo.json`);
  const deletedAtMs = await readDeletedAtMs(context, folder);
  if (!memo.ok) return memo;
  return deletedAtMs === null
    ? err({ code: 'not-found', what: 'memo', id })
    : ok({ id, deletedAtMs, ...memo.value });
};

/** One after the other: the trash may be large, and nobody waits for it. */
const onlyRead = async <Id, T>(ids: readonly Id[], read: (id: Id) => Looked<T>): Promise<T[]> => {
  const found: T[] = [];
  for (const id of ids) {
    const item = await read(id);
    if (item.ok) found.push(item.value);
  }
  return found;
};
