import type { MutableFile, RecordFolder } from '#domain/archive/changes.ts';
import type { FileKind } from '#domain/archive/files.ts';
import { type ArchivePath, readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { isRootKind } from '#domain/archive/root-files.ts';
import type { BoardId, EventShard, FormId } from '#domain/ids.ts';
import { pictureOfPath } from '#domain/picture/stored-picture.ts';

/** What a name in an archive denotes. `sealed`: it is written once, and belongs to that article or memo. */
export type NamedPlace =
  | { readonly kind: 'mutable'; readonly file: MutableFile }
  | { readonly kind: 'sealed'; readonly fileKind: FileKind; readonly folder: RecordFolder }
  /** A picture in the folder of an article or a memo. */
  | { readonly kind: 'picture'; readonly folder: RecordFolder }
  | { readonly kind: 'trash' };

/** The inverse of nameOfFile and its like; null for what Precis does not make. */
export const placeOfName = (name: string): NamedPlace | null => {
  if (name.startsWith('trash/')) return { kind: 'trash' };
  const path = readArchivePath(name);
  if (path === null) return null;
  return path.in === 'root' ? placeAtRoot(name, path.kind) : placeInFolder(path);
};

const placeAtRoot = (name: string, kind: FileKind): NamedPlace | null => {
  if (isRootKind(kind)) return { kind: 'mutable', file: { kind } };
  const stem = name.slice(name.indexOf('/') + 1, -'.json'.length);
  switch (kind) {
    case 'board':
      return { kind: 'mutable', file: { kind, boardId: stem as BoardId } };
    case 'form':
      return { kind: 'mutable', file: { kind, formId: stem as FormId } };
    case 'event-shard':
      return { kind: 'mutable', file: { kind, shard: stem as EventShard } };
    default:
      return null;
  }
};

const placeInFolder = ({ folder, kind, name }: Extract<ArchivePath, { in: 'folder' }>): NamedPlace | null => {
  if (pictureOfPath(name) !== null) return { kind: 'picture', folder };
  if (kind === null || kind === 'deletion') return null;
  if (folder.kind === 'article' && (kind === 'annotations' || kind === 'translations'))
    return { kind: 'mutable', file: { kind, articleId: folder.id } };
  if (folder.kind === 'memo' && (kind === 'memo' || kind === 'review'))
    return { kind: 'mutable', file: { kind, memoId: folder.id } };
  return { kind: 'sealed', fileKind: kind, folder };
};
