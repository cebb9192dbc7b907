/** The names of everything in an archive. They are relative to its folder, with "/" on every system, in errors too. */
import type { MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import type { BoardId, EventShard, FormId, MemoId, SnapshotId } from '#domain/ids.ts';
import { PICTURE_FOLDER } from '#domain/picture/stored-picture.ts';

export const ARCHIVE_FILE = 'archive.json';
export const LOCK_FILE = '.lock';
/** The key of an encrypted archive: see encryption/key-file.ts. */
export const KEY_FILE = 'key.age';
/** A conversion in progress: see encryption/convert/conversion-record.ts. */
export const CONVERSION_FILE = 'conversion.age';

/** They tell Git and Syncthing which files must not be synced. */
export const ignoreFiles = ['.gitignore', '.stignore'] as const;
/** Tells Git how to treat the files that are synced. */
export const ATTRIBUTES_FILE = '.gitattributes';
/** The files that a person may also write in. */
export const textFiles = [...ignoreFiles, ATTRIBUTES_FILE] as const;

/** The folder of the archive's own forms. */
export const FORM_FOLDER = 'templates';

/** The folder of the boards. */
export const BOARD_FOLDER = 'boards';

/** The folder of the files of events after the first, which is `events.json`. */
export const EVENT_FOLDER = 'events';

/** The folders of an archive. */
export const archiveFolders = [
  'articles',
  'memos',
  FORM_FOLDER,
  BOARD_FOLDER,
  EVENT_FOLDER,
  'trash',
] as const;

/** The places where an article or a memo can be. */
export type Whereabouts = 'archive' | 'trash';

const parents = { article: 'articles', memo: 'memos' } as const;

/** The folder that contains the folders of articles, or of memos. */
export const parentOf = (kind: RecordFolder['kind'], where: Whereabouts): string =>
  where === 'archive' ? parents[kind] : `trash/${parents[kind]}`;

export const folderOf = ({ kind, id }: RecordFolder, where: Whereabouts): string =>
  `${parentOf(kind, where)}/${id}`;

/** Where a new article or memo is written before it gets its name. */
export const incomingFolderOf = ({ kind, id }: RecordFolder): string =>
  `${parentOf(kind, 'archive')}/${INCOMING_PREFIX}${id}`;

export const INCOMING_PREFIX = '.incoming-';

/** In the folder of an article or a memo in the trash: when it was deleted. */
export const DELETION_FILE = 'deleted.json';

/** The conflict copies that were merged, each under the name that it had. */
export const COPY_FOLDER = 'trash/copies';

/** The folders that contain all others. */
export const foldersOfArchive = [
  ...archiveFolders,
  ...(['article', 'memo'] as const).map((kind) => parentOf(kind, 'trash')),
  COPY_FOLDER,
] as const;

/** The folder of the snapshots of a memo that is not in the trash. */
export const snapshotFolderOf = (id: MemoId): string =>
  `${folderOf({ kind: 'memo', id }, 'archive')}/snapshots`;

/** The folder of the pictures of an article or a memo that is not in the trash. */
export const pictureFolderOf = (folder: RecordFolder): string =>
  `${folderOf(folder, 'archive')}/${PICTURE_FOLDER}`;

export const nameOfSnapshot = (memoId: MemoId, id: SnapshotId): string =>
  `${snapshotFolderOf(memoId)}/${id}.json`;

export const nameOfForm = (id: FormId): string => `${FORM_FOLDER}/${id}.json`;
export const nameOfEventShard = (shard: EventShard): string => `${EVENT_FOLDER}/${shard}.json`;
export const nameOfBoard = (id: BoardId): string => `${BOARD_FOLDER}/${id}.json`;

/** The folder of the article or memo that a file belongs to; otherwise null. */
export const folderHolding = (file: MutableFile): RecordFolder | null => {
  if (file.kind === 'annotations' || file.kind === 'translations')
    return { kind: 'article', id: file.articleId };
  if (file.kind === 'memo' || file.kind === 'review') return { kind: 'memo', id: file.memoId };
  return null;
};

export const nameOfFile = (file: MutableFile, where: Whereabouts): string => {
  if (file.kind === 'form') return nameOfForm(file.formId);
  if (file.kind === 'board') return nameOfBoard(file.boardId);
  if (file.kind === 'event-shard') return nameOfEventShard(file.shard);
  const folder = folderHolding(file);
  return folder === null ? `${file.kind}.json` : `${folderOf(folder, where)}/${file.kind}.json`;
};
