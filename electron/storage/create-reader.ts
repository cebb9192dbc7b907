import type { MutableFile } from '#domain/archive/changes.ts';
import type { ArchiveFile, FileContents, FormFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { FormId } from '#domain/ids.ts';
import type { OwnForm } from '#domain/memo/form/form.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { ArchiveState } from './archive-state.ts';
import { listKeptCopies } from './copies/kept-copies.ts';
import { folderHolding, nameOfForm } from './folder/layout.ts';
import { listFormIds } from './folder/list-form-ids.ts';
import { listIds } from './folder/list-ids.ts';
import { findPicture, readPicture } from './folder/pictures.ts';
import { listSnapshotIds, readSnapshot } from './folder/read-snapshots.ts';
import { findTrashFaults, readTrashedArticles, readTrashedMemos } from './folder/read-trash.ts';

/** What can be read of an open archive. */
export const createReader = (state: ArchiveState, info: ArchiveFile): ArchiveReader => {
  const { context, sealed, arriving } = state;
  const read = createFileReader(state);
  const hasArrived = (id: string): boolean => !arriving.has(id);
  return {
    folder: context.root,
    info,
    tags: () => read({ kind: 'tags' }),
    sources: () => read({ kind: 'sources' }),
    tasks: () => read({ kind: 'tasks' }),
    searches: () => read({ kind: 'searches' }),
    conflicts: () => read({ kind: 'conflicts' }),
    pad: () => read({ kind: 'pad' }),
    manifest: () => read({ kind: 'manifest' }),
    articleIds: async () => (await listIds(context, 'article', 'archive')).filter(hasArrived),
    memoIds: async () => (await listIds(context, 'memo', 'archive')).filter(hasArrived),
    article: (id) => sealed.article(id),
    body: (id) => sealed.body(id),
    original: (id) => sealed.original(id),
    annotations: (articleId) => read({ kind: 'annotations', articleId }),
    memo: (memoId) => read({ kind: 'memo', memoId }),
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

/** The form of a file; a file that was copied under another name holds another, and can't be told from damage. */
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
      return err({ code: 'not-found', what: folder.holds, id: folder.id });
    // A file is parsed by its kind when it is opened.
    return (await files.read(file)) as Result<FileContents[F['kind']], AppError>;
  };
