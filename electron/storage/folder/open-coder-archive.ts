import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, articleIdSchema } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { CoderArchive, OpenCoderArchive } from '../../ports/coder-archive.ts';
import { plainCodec } from '../encryption/file-codec.ts';
import { readContent } from '../file/read/read-content.ts';
import { inspectFolder } from './inspect-folder.ts';
import { ARCHIVE_FILE, folderOf, nameOfFile, parentOf } from './layout.ts';
import { folderLinkedOut } from './linked-out.ts';

type Read<K extends FileKind> = Result<FileContents[K] | null, AppError>;

/** A file of the archive in `root` as it is; null if it does not exist. Nothing is repaired. */
const readFile = async <K extends FileKind>(root: string, kind: K, name: string): Promise<Read<K>> => {
  if (folderLinkedOut(root, name) !== null)
    return err({ code: 'archive-unreadable', file: name, reason: 'leads-out' });
  const found = await readContent(kind, join(root, name), plainCodec);
  switch (found.kind) {
    case 'content':
      return ok(found.content);
    case 'nothing':
      return ok(null);
    case 'newer-version':
      return err({ code: 'archive-newer', file: name, version: found.version });
    case 'unreadable':
      return err({ code: 'archive-unreadable', file: name, reason: found.reason });
    case 'damage':
      return err({ code: 'archive-damaged', file: name, quarantinedAs: null });
  }
};

const listArticles = async (root: string): Promise<readonly ArticleId[]> => {
  const names = await readdir(join(root, parentOf('article', 'archive'))).catch((): string[] => []);
  return names.filter((name): name is ArticleId => articleIdSchema.safeParse(name).success).toSorted();
};

const readArticle = async (root: string, id: ArticleId): ReturnType<CoderArchive['article']> => {
  const folder = folderOf({ kind: 'article', id }, 'archive');
  const [record, annotations] = await Promise.all([
    readFile(root, 'article', `${folder}/article.json`),
    readFile(root, 'annotations', nameOfFile({ kind: 'annotations', articleId: id }, 'archive')),
  ]);
  if (!record.ok || !annotations.ok || record.value === null || annotations.value === null) return null;
  return { textSha256: record.value.article.textSha256, annotations: annotations.value };
};

const stateOf = (folder: string): ReturnType<typeof inspectFolder> | null => {
  try {
    return inspectFolder(folder);
  } catch {
    return null;
  }
};

/** Looks into a copy of an archive without its lock: nothing is written in it. */
export const openCoderArchive: OpenCoderArchive = async (folder) => {
  const state = stateOf(folder);
  if (state === 'missing' || state === null) return err({ code: 'archive-not-found' });
  if (state !== 'archive') return err({ code: 'folder-not-an-archive' });
  const archive = await readFile(folder, 'archive', ARCHIVE_FILE);
  if (!archive.ok) return archive;
  if (archive.value === null) return err({ code: 'folder-not-an-archive' });
  if (archive.value.encryption !== 'off')
    return err({ code: 'archive-unreadable', file: ARCHIVE_FILE, reason: 'encrypted' });
  const tags = await readFile(folder, 'tags', nameOfFile({ kind: 'tags' }, 'archive'));
  if (!tags.ok) return tags;
  const labels = await readFile(folder, 'labels', nameOfFile({ kind: 'labels' }, 'archive'));
  if (!labels.ok) return labels;
  return ok({
    title: archive.value.title,
    tags: tags.value?.tags ?? [],
    labels: labels.value?.labels ?? [],
    articleIds: await listArticles(folder),
    article: (id) => readArticle(folder, id),
  });
};
