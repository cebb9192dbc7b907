import type { RecordFolder } from '#domain/archive/changes.ts';
import { OpenFiles } from './open-files.ts';
import type { Ownership } from './ownership.ts';
import { SealedFiles } from './sealed-files.ts';
import type { StorageContext } from './storage-context.ts';

/** Annotations and memos that are kept in memory; the catalogue holds the rows of all. */
const KEPT_FILES = 500;

/** What of an open archive is in memory. */
export type ArchiveState = {
  readonly context: StorageContext;
  readonly ownership: Ownership;
  readonly files: OpenFiles;
  readonly sealed: SealedFiles;
  /** Ids of folders that are on the disk and belong to an act that is not, as a whole: readers don't see them. */
  readonly arriving: Set<string>;
};

export const createArchiveState = (context: StorageContext, ownership: Ownership): ArchiveState => ({
  context,
  ownership,
  files: new OpenFiles(context, KEPT_FILES),
  sealed: new SealedFiles(context),
  arriving: new Set(),
});

/** Lets all go that is in memory of a folder that was moved. */
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
