import type { FileContents, FileKind } from '../files.ts';

/** The owner that a file's content names, where it names one: the article or memo, and the record of the file. */
export type ContentOwner = { readonly folderId: string | null; readonly fileId: string | null };

const nobody: ContentOwner = { folderId: null, fileId: null };

/** The owner that a content names; null where files of its kind name none, or hold nothing. */
export const ownerOfContent = (content: FileContents[FileKind]): ContentOwner => {
  if ('boards' in content) return { ...nobody, fileId: content.boards[0]?.id ?? null };
  if ('forms' in content) return { ...nobody, fileId: content.forms[0]?.id ?? null };
  if ('snapshot' in content) return { folderId: content.snapshot.memoId, fileId: content.snapshot.id };
  return { ...nobody, folderId: folderOfContent(content) };
};

const folderOfContent = (content: FileContents[FileKind]): string | null => {
  if ('article' in content) return content.article.id;
  if ('about' in content) return content.about.id;
  if ('memo' in content) return content.memo.id;
  if ('rounds' in content) return (content.rounds[0] ?? content.remarks[0])?.memoId ?? null;
  if (!('renderings' in content)) return null;
  return (content.translations[0] ?? content.languages[0])?.articleId ?? null;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * Whether a content belongs at the path of its file. It does not where a file was copied over that of another
 * record, or a folder has the name of another: the content is valid, but about something else. Where the path
 * names no record (unfinished files, conflict copies), the answer is yes.
 */
export const standsWhereItBelongs = (
  kind: FileKind,
  content: FileContents[FileKind],
  path: string,
): boolean => {
  const { folderId, fileId } = ownerOfContent(content);
  const parts = path.split(/[/\\]/u);
  const [stem = ''] = (parts.at(-1) ?? '').split('.');
  const folder = parts.at(kind === 'snapshot' ? -3 : -2) ?? '';
  return isOrUnknown(folderId, folder) && isOrUnknown(fileId, stem);
};

const isOrUnknown = (id: string | null, name: string): boolean =>
  id === null || id === name || !UUID.test(name);

const keyOfKind: { readonly [K in FileKind]: string } = {
  archive: 'format',
  tags: 'tags',
  sources: 'sources',
  tasks: 'tasks',
  searches: 'searches',
  labels: 'labels',
  events: 'events',
  'event-shard': 'events',
  falls: 'falls',
  conflicts: 'conflicts',
  pad: 'pads',
  manifest: 'entries',
  article: 'article',
  body: 'body',
  annotations: 'passages',
  translations: 'renderings',
  memo: 'memo',
  review: 'rounds',
  form: 'forms',
  board: 'boards',
  snapshot: 'snapshot',
  deletion: 'deletedAt',
};

/**
 * The kind of file that a JSON value is, among `kinds`, by the key that only files of that kind have; null for
 * none.
 */
export const kindOfJson = (json: unknown, kinds: readonly FileKind[]): FileKind | null => {
  if (typeof json !== 'object' || json === null || !('version' in json)) return null;
  const ofKind = kinds.filter((kind) => Object.hasOwn(json, keyOfKind[kind]));
  // Annotations and memos hold tasks as well.
  return ofKind.find((kind) => kind !== 'tasks') ?? ofKind[0] ?? null;
};
