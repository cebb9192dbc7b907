import type { RecordFolder } from '#domain/archive/changes.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import type { TrashedArticle, TrashedMemo } from '#electron/ports/archive.ts';
import { readSealed } from '../sealed-files.ts';
import type { StorageContext } from '../storage-context.ts';
import { folderOf } from './layout.ts';
import { listIds } from './list-ids.ts';
import { readDeletedAtMs } from './move-folder.ts';

/**
 * The articles in the trash. One that can't be read is reported as damaged and passed over; so is one that an act
 * brings back meanwhile: whoever asked is told of that act.
 */
export const readTrashedArticles = async (context: StorageContext): Promise<readonly TrashedArticle[]> => {
  const ids = await listIds(context, 'article', 'trash');
  return isolate(ids, (id) => readTrashedArticle(context, id));
};

/** The memos in the trash. One that can't be read is reported as damaged and passed over. */
export const readTrashedMemos = async (context: StorageContext): Promise<readonly TrashedMemo[]> => {
  const ids = await listIds(context, 'memo', 'trash');
  return isolate(ids, (id) => readTrashedMemo(context, id));
};

const readTrashedArticle = async (context: StorageContext, id: ArticleId): Promise<TrashedArticle | null> => {
  const folder: RecordFolder = { holds: 'article', id };
  const article = await readSealed(context, 'article', `${folderOf(folder, 'trash')}/article.json`);
  const annotations = await readSealed(
    context,
    'annotations',
    `${folderOf(folder, 'trash')}/annotations.json`,
  );
  const deletedAtMs = await readDeletedAtMs(context, folder);
  if (!article.ok || !annotations.ok || deletedAtMs === null) return null;
  const { about, passages } = annotations.value;
  return { id, deletedAtMs, ...article.value, about, passages };
};

const readTrashedMemo = async (context: StorageContext, id: MemoId): Promise<TrashedMemo | null> => {
  const folder: RecordFolder = { holds: 'memo', id };
  const memo = await readSealed(context, 'memo', `${folderOf(folder, 'trash')}/memo.json`);
  const deletedAtMs = await readDeletedAtMs(context, folder);
  return memo.ok && deletedAtMs !== null ? { id, deletedAtMs, ...memo.value } : null;
};

/** One after the other: the trash may be large, and nobody waits for it. */
const isolate = async <Id, T>(ids: readonly Id[], read: (id: Id) => Promise<T | null>): Promise<T[]> => {
  const found: T[] = [];
  for (const id of ids) {
    const item = await read(id);
    if (item !== null) found.push(item);
  }
  return found;
};
