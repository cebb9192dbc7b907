import type { MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import type { ArchiveFile, FileContents, FormFile, SnapshotFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, type FormId, type MemoId, type SnapshotId, snapshotIdSchema } from '#domain/ids.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader, TrashedArticle, TrashedMemo, TrashFault } from '#electron/ports/archive.ts';
import type { ArchiveState } from './archive-state.ts';
import { folderHolding, folderOf, nameOfForm, nameOfSnapshot, snapshotFolderOf } from './folder/layout.ts';
import {
  listBoardIds,
  listEventShards,
  listFormIds,
  listIds,
  listRecordNames,
} from './folder/list-records.ts';
import { isFolderIn, readDeletedAtMs } from './folder/move-folder.ts';
import { findPicture, readPicture } from './folder/pictures.ts';
import { listKeptCopies } from './kept-copies.ts';
import { joinEvents, readEventFiles } from './read-events.ts';
import { readSealed } from './sealed-files.ts';
import type { StorageContext } from './storage-context.ts';

/** The ids of the snapshots of a memo, sorted. Anything else in the folder is ignored. */
const listSnapshotIds = async (context: StorageContext, memoId: MemoId): Promise<readonly SnapshotId[]> => {
  const names = await listRecordNames(context, snapshotFolderOf(memoId));
  return names.flatMap((name) => snapshotIdSchema.safeParse(name).data ?? []).sort();
};

/** A snapshot as it was written. A damaged one is reported, and does not affect anything else. */
const readSnapshot = async (
  context: StorageContext,
  memoId: MemoId,
  id: SnapshotId,
): Promise<Result<SnapshotFile, AppError>> => {
  if (!isFolderIn(context, { kind: 'memo', id: memoId }, 'archive'))
    return err({ code: 'not-found', what: 'memo', id: memoId });
  if (!(await listSnapshotIds(context, memoId)).includes(id))
    return err({ code: 'not-found', what: 'snapshot', id });
  const name = nameOfSnapshot(memoId, id);
  const read = await readSealed(context, 'snapshot', name);
  // The file was exchanged with another, or copied under another name.
  const isOther = read.ok && (read.value.snapshot.id !== id || read.value.snapshot.memoId !== memoId);
  return isOther ? err({ code: 'archive-damaged', file: name, quarantinedAs: null }) : read;
};

/**
 * The articles in the trash. An unreadable one is reported as damaged and skipped, as is one that an act restores
 * meanwhile, since that act is reported.
 */
const readTrashedArticles = async (context: StorageContext): Promise<readonly TrashedArticle[]> =>
  onlyRead(await listIds(context, 'article', 'trash'), (id) => readTrashedArticle(context, id));

/** The memos in the trash. An unreadable one is reported as damaged and skipped. */
const readTrashedMemos = async (context: StorageContext): Promise<readonly TrashedMemo[]> =>
  onlyRead(await listIds(context, 'memo', 'trash'), (id) => readTrashedMemo(context, id));

/** The unreadable folders in the trash, with their reasons. */
const findTrashFaults = async (context: StorageContext): Promise<readonly TrashFault[]> => {
  const faults: TrashFault[] = [];
  const look = async (folder: RecordFolder, read: () => Looked<unknown>): Promise<void> => {
    const found = await read();
    // A folder restored meanwhile is no longer there.
    if (!found.ok && isFolderIn(context, folder, 'trash')) faults.push({ ...folder, error: found.error });
  };
  for (const id of await listIds(context, 'article', 'trash'))
    await look({ kind: 'article', id }, () => readTrashedArticle(context, id));
  for (const id of await listIds(context, 'memo', 'trash'))
    await look({ kind: 'memo', id }, () => readTrashedMemo(context, id));
  return faults;
};

type Looked<T> = Promise<Result<T, AppError>>;

const readTrashedArticle = async (context: StorageContext, id: ArticleId): Looked<TrashedArticle> => {
  const folder: RecordFolder = { kind: 'article', id };
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
  const folder: RecordFolder = { kind: 'memo', id };
  const memo = await readSealed(context, 'memo', `${folderOf(folder, 'trash')}/memo.json`);
  const deletedAtMs = await readDeletedAtMs(context, folder);
  if (!memo.ok) return memo;
  return deletedAtMs === null
    ? err({ code: 'not-found', what: 'memo', id })
    : ok({ id, deletedAtMs, ...memo.value });
};

/** Reads them one after another: the trash may be large, and nobody waits for it. */
const onlyRead = async <Id, T>(ids: readonly Id[], read: (id: Id) => Looked<T>): Promise<T[]> => {
  const found: T[] = [];
  for (const id of ids) {
    const item = await read(id);
    if (item.ok) found.push(item.value);
  }
  return found;
};

/** The read access to an open archive. */
export const createReader = (state: ArchiveState, info: ArchiveFile): ArchiveReader => {
  const { context, sealed, arriving } = state;
  const read = createFileReader(state);
  const eventFiles = async () => readEventFiles(await listEventShards(context), read);
  const hasArrived = (id: string): boolean => !arriving.has(id);
  return {
    folder: context.root,
    info,
    tags: () => read({ kind: 'tags' }),
    sources: () => read({ kind: 'sources' }),
    tasks: () => read({ kind: 'tasks' }),
    searches: () => read({ kind: 'searches' }),
    labels: () => read({ kind: 'labels' }),
    events: async () => joinEvents(await eventFiles()),
    eventFiles,
    conflicts: () => read({ kind: 'conflicts' }),
    falls: () => read({ kind: 'falls' }),
    pad: () => read({ kind: 'pad' }),
    manifest: () => read({ kind: 'manifest' }),
    articleIds: async () => (await listIds(context, 'article', 'archive')).filter(hasArrived),
    memoIds: async () => (await listIds(context, 'memo', 'archive')).filter(hasArrived),
    article: (id) => sealed.article(id),
    body: (id) => sealed.body(id),
    original: (id) => sealed.original(id),
    annotations: (articleId) => read({ kind: 'annotations', articleId }),
    translations: (articleId) => read({ kind: 'translations', articleId }),
    memo: (memoId) => read({ kind: 'memo', memoId }),
    review: (memoId) => read({ kind: 'review', memoId }),
    boardIds: () => listBoardIds(context),
    board: (boardId) => read({ kind: 'board', boardId }),
    formIds: () => listFormIds(context),
    form: async (formId) => {
      const file = await read({ kind: 'form', formId });
      return file.ok ? formIn(file.value, formId) : file;
    },
    snapshotIds: async (memoId) => (hasArrived(memoId) ? listSnapshotIds(context, memoId) : []),
    snapshot: (memoId, id) => readSnapshot(context, memoId, id),
    picture: (holder, picture) => readPicture(context, holder, picture),
    findPicture: (picture) => findPicture(context, picture),
    trashedArticles: () => readTrashedArticles(context),
    trashedMemos: () => readTrashedMemos(context),
    trashFaults: () => findTrashFaults(context),
    keptCopies: () => listKeptCopies(context),
  };
};

/** The form of a file; a copy under another name has another form's id, and is treated as damage. */
const formIn = ({ forms }: FormFile, id: FormId): Result<OwnForm | null, AppError> => {
  const [form = null] = forms;
  return form === null || form.id === id
    ? ok(form)
    : err({ code: 'archive-damaged', file: nameOfForm(id), quarantinedAs: null });
};

const createFileReader =
  ({ files, arriving }: ArchiveState) =>
  async <F extends MutableFile>(file: F): Promise<Result<FileContents[F['kind']], AppError>> => {
    const folder = folderHolding(file);
    if (folder !== null && arriving.has(folder.id))
      return err({ code: 'not-found', what: folder.kind, id: folder.id });
    // A file is parsed by its kind when it is opened.
    return (await files.read(file)) as Result<FileContents[F['kind']], AppError>;
  };
