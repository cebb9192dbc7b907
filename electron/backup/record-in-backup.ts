/** Single articles and memos of a backup, and its scratch pad. */
import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { nameOfRootFile } from '#domain/archive/root-files.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import { isOfArchive } from '#domain/backup/archive-path.ts';
import type { BackedUpFile } from '#domain/backup/backup-list.ts';
import type { BackedUpRecord, RecordInBackup } from '#domain/contract/backup.ts';
import { articleIdSchema, memoIdSchema } from '#domain/ids.ts';
import { numberSources } from '#domain/memo/citations/list-citations.ts';
import { PAD_ID, PAD_TITLE } from '#domain/pad/pad.ts';
import type { FoundRecord } from '#electron/ports/backup-jobs.ts';
import type { FileCodec } from '#electron/storage/encryption/file-codec.ts';
import { parseOrNull } from '#electron/storage/file/read/parse-or-null.ts';
import { JobStop } from './backup-stop.ts';
import type { OpenedBackup } from './open-backup.ts';
import type { Objects } from './repository/objects.ts';

const PAD_FILE = nameOfRootFile('pad');

/** What the paths of a record's files begin with: the pad is one file of the root. */
const folderOf = ({ kind, id }: RecordInBackup): string => (kind === 'pad' ? '' : `${kind}s/${id}/`);

/** Backups hold every file that stood there; these are the record's own. */
const ownFiles = (files: readonly BackedUpFile[], what: RecordInBackup): readonly BackedUpFile[] =>
  what.kind === 'pad'
    ? files.filter(({ path }) => path === PAD_FILE)
    : files.filter(({ path }) => path.startsWith(folderOf(what)) && isOfArchive(path));

const isOfRoot = ({ path }: BackedUpFile): boolean =>
  isOfArchive(path) && (!path.includes('/') || /^(?:templates|events)\//u.test(path));

type OpenedObjects = { readonly objects: Objects; readonly codec: FileCodec };

/** The bytes of a file of a backup as they were before they were encrypted; null where they can't be had. */
const readPlain = async (
  file: BackedUpFile | undefined,
  { objects, codec }: OpenedObjects,
): Promise<Uint8Array | null> => {
  const bytes = file === undefined ? null : await objects.read(file.sha256);
  if (bytes === null) return null;
  const decoded = await codec.decode(bytes);
  if (decoded.kind === 'unreadable') throw new JobStop({ code: 'archive-encrypted' });
  return decoded.kind === 'bytes' ? decoded.bytes : null;
};

/** The content of a file of a backup; null where it is gone, damaged or newer than is known. */
const readAs = async <K extends FileKind>(
  kind: K,
  file: BackedUpFile | undefined,
  opened: OpenedObjects,
): Promise<FileContents[K] | null> => {
  const bytes = await readPlain(file, opened);
  const json = bytes === null ? null : parseOrNull(Buffer.from(bytes).toString('utf8'));
  const parsed = parseContent(kind, json);
  return parsed.ok ? parsed.value : null;
};

/** What is restored with an article or a memo so that it opens as an archive: the root, and what a memo cites. */
export const filesOfRecord = async (
  { files, repository, codec }: OpenedBackup,
  what: RecordInBackup,
): Promise<readonly BackedUpFile[]> => {
  const own = ownFiles(files, what);
  if (own.length === 0) throw new JobStop({ code: 'not-found', what: what.kind, id: what.id });
  const memoFile = own.find(({ path }) => path.endsWith('/memo.json'));
  const memo =
    what.kind === 'memo' ? await readAs('memo', memoFile, { objects: repository.objects, codec }) : null;
  const cited = memo === null ? [] : [...numberSources(memo.memo.content).keys()];
  return [
    ...files.filter(isOfRoot),
    ...own.filter((file) => !isOfRoot(file)),
    ...cited.flatMap((id) => ownFiles(files, { kind: 'article', id })),
  ];
};

/** The bytes of a record and of the files that it refers to, each compared with its hash; null where one is gone. */
export const readRecord = async (
  { files, repository: { objects }, codec }: OpenedBackup,
  what: RecordInBackup,
): Promise<BackedUpRecord> => {
  const own = ownFiles(files, what);
  if (own.length === 0) throw new JobStop({ code: 'not-found', what: what.kind, id: what.id });
  const read = (file: BackedUpFile | undefined) => readPlain(file, { objects, codec });
  const entries = await Promise.all(
    own.map(async (file) => [file.path.slice(folderOf(what).length), await read(file)] as const),
  );
  return {
    files: Object.fromEntries(entries),
    tags: await read(files.find(({ path }) => path === 'tags.json')),
    sources: await read(files.find(({ path }) => path === 'sources.json')),
    labels: await read(files.find(({ path }) => path === 'labels.json')),
  };
};

const recordFile = /^(article|memo)s\/([0-9a-f-]{36})\/(?:article|memo)\.json$/u;

const recordAt = (path: string): RecordInBackup | null => {
  if (path === PAD_FILE) return { kind: 'pad', id: PAD_ID };
  const [, is, id] = recordFile.exec(path) ?? [];
  if (is === 'article') return { kind: is, id: articleIdSchema.parse(id) };
  return is === 'memo' ? { kind: is, id: memoIdSchema.parse(id) } : null;
};

/**
 * The articles, memos and the pad of a backup. The title of one that is `known` is not read: it is at hand elsewhere.
 */
export const listRecords = async (
  { files, repository: { objects }, codec }: OpenedBackup,
  known: ReadonlySet<string>,
): Promise<readonly FoundRecord[]> => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found: FoundRecord[] = [];
  for (const { path } of files) {
    const what = recordAt(path);
    if (what === null) continue;
    const title = known.has(what.id) ? null : await titleOf(what, byPath, { objects, codec });
    found.push({ ...what, title });
  }
  return found;
};

const titleOf = async (
  what: RecordInBackup,
  byPath: ReadonlyMap<string, BackedUpFile>,
  opened: OpenedObjects,
): Promise<string | null> => {
  if (what.kind === 'pad') return PAD_TITLE;
  const file = (name: string) => byPath.get(`${folderOf(what)}${name}`);
  if (what.kind === 'memo') return (await readAs('memo', file('memo.json'), opened))?.memo.head.title ?? null;
  const article = await readAs('article', file('article.json'), opened);
  const annotations = await readAs('annotations', file('annotations.json'), opened);
  if (article === null) return null;
  return effectiveBibliography(article.article, annotations?.about ?? { corrections: {} }).title;
};
