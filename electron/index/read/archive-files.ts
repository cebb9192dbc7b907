/**
 * The archive as the index process reads it: its files as they are on the disk. Another process has the archive open
 * and writes it; a file that can't be read here is requested from that process, which alone may repair it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MutableFile } from '#domain/archive/changes.ts';
import type { EventsFile, FileContents, FileKind } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { EventFileName } from '#domain/event/event-files.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader, VerifiedBody } from '#electron/ports/archive.ts';
import { emptyContents } from '#electron/storage/empty-contents.ts';
import type { FileCodec } from '#electron/storage/encryption/file-codec.ts';
import { type Fingerprint, fingerprintOf, isUntouched } from '#electron/storage/file/fingerprint.ts';
import { readContent } from '#electron/storage/file/read/read-content.ts';
import { folderOf, nameOfFile, nameOfSnapshot } from '#electron/storage/folder/layout.ts';
import { hashText } from '#electron/storage/hash-text.ts';
import { readEventFiles } from '#electron/storage/read-events.ts';
import { shardsIn } from '../units/unit-names.ts';

/** The readings that the catalogue needs of an archive. */
export type CatalogueReader = Pick<ArchiveReader, ReadName>;

const readNames = [
  'tags',
  'sources',
  'tasks',
  'searches',
  'labels',
  'eventFiles',
  'falls',
  'pad',
  'articleIds',
  'memoIds',
  'article',
  'body',
  'annotations',
  'translations',
  'memo',
  'snapshot',
  'board',
  'trashedArticles',
  'trashedMemos',
] as const;
type ReadName = (typeof readNames)[number];

/** A reading requested from the process that has the archive open. */
export type AskedReading = {
  readonly [Name in ReadName]: { readonly kind: Name; readonly given: Parameters<ArchiveReader[Name]> };
}[ReadName];

/** Requests a reading from the process that has the archive open. */
export type AskReading = (reading: AskedReading) => Promise<unknown>;

/** Answers a requested reading. */
export const answerReading = (archive: CatalogueReader, { kind, given }: AskedReading): Promise<unknown> =>
  (archive[kind] as (...given: readonly unknown[]) => Promise<unknown>)(...given);

type Read<T> = Promise<Result<T, AppError>>;

type ListFile = Extract<
  MutableFile,
  {
    readonly kind:
      | 'tags'
      | 'sources'
      | 'tasks'
      | 'searches'
      | 'labels'
      | 'events'
      | 'event-shard'
      | 'falls'
      | 'pad';
  }
>;
type ReadFile = <F extends MutableFile>(
  file: F,
  otherwise: () => Read<FileContents[F['kind']]>,
) => Read<FileContents[F['kind']]>;

/** Lists are read after each act: the parsed content is reused as long as the file is unchanged. */
const keepWhileSame = (root: string, read: ReadFile) => {
  const kept = new Map<string, { readonly fingerprint: Fingerprint; readonly read: unknown }>();
  return async <F extends ListFile>(
    file: F,
    otherwise: () => Read<FileContents[F['kind']]>,
  ): Read<FileContents[F['kind']]> => {
    const name = nameOfFile(file, 'archive');
    const fingerprint = fingerprintOf(join(root, name));
    const before = kept.get(name);
    if (before !== undefined && isUntouched(before.fingerprint, fingerprint)) {
      return before.read as Result<FileContents[F['kind']], AppError>;
    }
    const found = await read(file, otherwise);
    if (found.ok) kept.set(name, { fingerprint, read: found });
    return found;
  };
};

/** Creates the reader of the archive in the folder `root`; nothing is read before the key is known. */
export const createArchiveFiles = (
  root: string,
  ask: AskReading,
  codec: Promise<FileCodec>,
): CatalogueReader => {
  const look = async <K extends FileKind>(kind: K, name: string): Promise<FileContents[K] | null> => {
    const found = await readContent(kind, join(root, name), await codec);
    return found.kind === 'content' ? found.content : null;
  };
  const askFor = <Name extends ReadName>(
    read: Name,
    ...given: Parameters<ArchiveReader[Name]>
  ): ReturnType<ArchiveReader[Name]> =>
    ask({ kind: read, given } as AskedReading) as ReturnType<ArchiveReader[Name]>;

  const readMutable = async <F extends MutableFile>(
    file: F,
    otherwise: () => Read<FileContents[F['kind']]>,
  ): Read<FileContents[F['kind']]> => {
    const content = await look<F['kind']>(file.kind, nameOfFile(file, 'archive'));
    return content === null ? otherwise() : ok(content);
  };

  /** For a file of events that can't be read here. */
  const askForEvents = async (file: EventFileName): Read<EventsFile> => {
    const name = nameOfFile(file, 'archive');
    const found = (await askFor('eventFiles')).find((each) => nameOfFile(each.file, 'archive') === name);
    if (found?.fault !== null && found !== undefined) return err(found.fault);
    return ok({ ...emptyContents.events, events: [...(found?.events ?? [])] });
  };

  const readList = keepWhileSame(root, readMutable);
  const nameIn = (id: ArticleId, file: string): string =>
    `${folderOf({ kind: 'article', id }, 'archive')}/${file}`;

  const readBody = async (id: ArticleId): Promise<VerifiedBody | null> => {
    const file = await look('body', nameIn(id, 'body.json'));
    return file === null ? null : { ...file, textSha256: await hashText(file.body) };
  };

  return {
    tags: () => readList({ kind: 'tags' }, () => askFor('tags')),
    sources: () => readList({ kind: 'sources' }, () => askFor('sources')),
    tasks: () => readList({ kind: 'tasks' }, () => askFor('tasks')),
    searches: () => readList({ kind: 'searches' }, () => askFor('searches')),
    labels: () => readList({ kind: 'labels' }, () => askFor('labels')),
    eventFiles: async () =>
      readEventFiles(await shardsIn(root), (file) => readList(file, () => askForEvents(file))),
    falls: () => readList({ kind: 'falls' }, () => askFor('falls')),
    pad: () => readList({ kind: 'pad' }, () => askFor('pad')),
    articleIds: () => askFor('articleIds'),
    memoIds: () => askFor('memoIds'),
    async article(id) {
      const file = await look('article', nameIn(id, 'article.json'));
      // The file of another article means damage.
      return file?.article.id === id ? ok(file) : askFor('article', id);
    },
    async body(id) {
      const body = await readBody(id);
      return body === null ? askFor('body', id) : ok(body);
    },
    annotations: (articleId) =>
      readMutable({ kind: 'annotations', articleId }, () => askFor('annotations', articleId)),
    // An article without translations has no such file, so it is not requested.
    translations: (articleId) =>
      existsSync(join(root, nameIn(articleId, 'translations.json')))
        ? readMutable({ kind: 'translations', articleId }, () => askFor('translations', articleId))
        : Promise.resolve(ok(emptyContents.translations)),
    memo: (memoId) => readMutable({ kind: 'memo', memoId }, () => askFor('memo', memoId)),
    async snapshot(memoId, id) {
      const file = await look('snapshot', nameOfSnapshot(memoId, id));
      const isIt = file?.snapshot.id === id && file.snapshot.memoId === memoId;
      return isIt ? ok(file) : askFor('snapshot', memoId, id);
    },
    board: (boardId) => readMutable({ kind: 'board', boardId }, () => askFor('board', boardId)),
    trashedArticles: () => askFor('trashedArticles'),
    trashedMemos: () => askFor('trashedMemos'),
  };
};
