import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { nameOfRootFile } from '#domain/archive/root-files.ts';
import type { BackedUpRecord } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Pad } from '#domain/pad/pad.ts';
import { pictureOfPath } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { PictureFile } from '#electron/ports/archive.ts';
import { sha256Of } from '../shared/sha-256.ts';

/** The content of a file that a backup holds, in the newest version; null where it says nothing that is known. */
const contentOf = <K extends FileKind>(
  kind: K,
  bytes: Uint8Array | null | undefined,
): FileContents[K] | null => {
  if (bytes === null || bytes === undefined) return null;
  try {
    const parsed = parseContent(kind, JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.ok ? parsed.value : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};

/** An article of a backup, with its pictures; those that can't be read are missing. */
export type BackedUpArticle = {
  readonly article: FileContents['article']['article'];
  readonly body: FileContents['body']['body'];
  readonly annotations: Omit<FileContents['annotations'], 'version'>;
  readonly original: Uint8Array;
  readonly pictures: readonly PictureFile[];
};

/** A memo of a backup, with its snapshots and pictures; those that can't be read are missing. */
export type BackedUpMemo = {
  readonly memo: Omit<FileContents['memo'], 'version'>;
  readonly snapshots: readonly FileContents['snapshot']['snapshot'][];
  readonly pictures: readonly PictureFile[];
};

/** The tags and sources of that moment. */
export type BackedUpReferences = {
  readonly tags: FileContents['tags']['tags'];
  readonly sources: FileContents['sources']['sources'];
};

const damaged = (folder: string): Result<never, AppError> =>
  err({ code: 'backup-stopped', folder, why: 'damaged' });

/** Those that have their hash. */
const picturesAmong = (files: BackedUpRecord['files']): readonly PictureFile[] =>
  Object.entries(files).flatMap(([name, bytes]) => {
    const picture = pictureOfPath(name);
    return picture === null || bytes === null || sha256Of(bytes) !== picture.sha256 ? [] : { picture, bytes };
  });

export const readArticle = ({ files }: BackedUpRecord, folder: string): Result<BackedUpArticle, AppError> => {
  const article = contentOf('article', files['article.json']);
  const body = contentOf('body', files['body.json']);
  const annotations = contentOf('annotations', files['annotations.json']);
  const original = article === null ? null : files[article.article.originalFile];
  if (article === null || body === null || annotations === null || !original) return damaged(folder);
  const { version: _, ...said } = annotations;
  return ok({
    article: article.article,
    body: body.body,
    annotations: said,
    original,
    pictures: picturesAmong(files),
  });
};

export const readMemo = ({ files }: BackedUpRecord, folder: string): Result<BackedUpMemo, AppError> => {
  const file = contentOf('memo', files['memo.json']);
  if (file === null) return damaged(folder);
  const snapshots = Object.entries(files).flatMap(([name, bytes]) =>
    name.startsWith('snapshots/') ? (contentOf('snapshot', bytes)?.snapshot ?? []) : [],
  );
  return ok({
    memo: { memo: file.memo, tasks: file.tasks },
    snapshots,
    pictures: picturesAmong(files),
  });
};

/** Null where nobody had begun one. */
export const readPad = ({ files }: BackedUpRecord, folder: string): Result<Pad | null, AppError> => {
  const file = contentOf('pad', files[nameOfRootFile('pad')]);
  return file === null ? damaged(folder) : ok(file.pads[0] ?? null);
};

export const readReferences = ({ tags, sources }: BackedUpRecord): BackedUpReferences => ({
  tags: contentOf('tags', tags)?.tags ?? [],
  sources: contentOf('sources', sources)?.sources ?? [],
});
