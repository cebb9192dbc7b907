import type { RecordFolder } from '#domain/archive/changes.ts';
import { SavedCopies } from './file/write/saved-copies.ts';
import { OpenFiles } from './open-files.ts';
import type { Ownership } from './ownership.ts';
import { SealedFiles } from './sealed-files.ts';
import type { StorageContext } from './storage-context.ts';

/** The number of annotations and memos kept in memory; the catalogue has the rows of all. */
const KEPT_FILES = 500;

/** The in-memory state of an open archive. */
export type ArchiveState = {
  readonly context: StorageContext;
  readonly ownership: Ownership;
  readonly files: OpenFiles;
  readonly sealed: SealedFiles;
  /** Ids of folders on the disk that belong to an act which is not complete: readers don't see them. */
  readonly arriving: Set<string>;
  readonly copies: SavedCopies;
};

export const createArchiveState = (unwatched: StorageContext, ownership: Ownership): ArchiveState => {
  const copies = new SavedCopies(unwatched, () => ownership.refusal() === null);
  const context: StorageContext = { ...unwatched, noteSaved: (file) => copies.note(file) };
  return {
    context,
    ownership,
    files: new OpenFiles(context, KEPT_FILES),
    sealed: new SealedFiles(context),
    arriving: new Set(),
    copies,
  };
};

/** Releases everything in memory of a folder that was moved. */
export const forgetFolder = ({ files, sealed }: ArchiveState, folder: RecordFolder): void => {
  if (folder.kind === 'memo') {
    files.forget({ kind: 'memo', memoId: folder.id });
    files.forget({ kind: 'review', memoId: folder.id });
  } else {
    files.forget({ kind: 'annotations', articleId: folder.id });
    files.forget({ kind: 'translations', articleId: folder.id });
    sealed.forget(folder.id);
  }
};
