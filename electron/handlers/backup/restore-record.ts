/**
 * Restores an article, a memo or the pad from a backup into the open archive, as one act that can be undone. If the
 * record is gone it is created like a new one; if it exists, or is in the trash, each of its records gets its earlier
 * content, and what was added since is kept.
 */
import type { CollectionName, Collections, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import type { FileContents, FileKind } from '#domain/archive/files.ts';
import { mergeNote } from '#domain/archive/merge/merge-note.ts';
import { nameOfRootFile } from '#domain/archive/root-files.ts';
import type { BackedUpRecord, RecordInBackup } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { PAD_ID, type Pad } from '#domain/pad/pad.ts';
import { pictureOfPath } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, Outcome, PictureFile } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';
import { restoreRows } from '../trash/restore-rows.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'backups' | 'catalogue' | 'machine'>;
type Restoring = Promise<Result<null, AppError>>;
type Composed = Promise<Result<Outcome<null>, AppError>>;

/** The content of a file in a backup, migrated to the newest version; null if it can't be parsed. */
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

/** An article of a backup, with its pictures; unreadable pictures are missing. */
type BackedUpArticle = {
  readonly article: FileContents['article']['article'];
  readonly body: FileContents['body']['body'];
  readonly annotations: Omit<FileContents['annotations'], 'version'>;
  readonly translations: Omit<FileContents['translations'], 'version'>;
  readonly original: Uint8Array;
  readonly pictures: readonly PictureFile[];
};

/** A memo of a backup, with its snapshots and pictures; unreadable ones are missing. */
type BackedUpMemo = {
  readonly memo: Omit<FileContents['memo'], 'version'>;
  readonly snapshots: readonly FileContents['snapshot']['snapshot'][];
  readonly review: Pick<FileContents['review'], 'rounds' | 'remarks'>;
  readonly pictures: readonly PictureFile[];
};

/** The tags, sources and labels at the time of the backup. */
type BackedUpReferences = {
  readonly tags: FileContents['tags']['tags'];
  readonly sources: FileContents['sources']['sources'];
  readonly labels: FileContents['labels']['labels'];
};

const damaged = (folder: string): Result<never, AppError> =>
  err({ code: 'backup-stopped', folder, why: 'damaged' });

/** The pictures whose bytes match their hash. */
const picturesAmong = (files: BackedUpRecord['files']): readonly PictureFile[] =>
  Object.entries(files).flatMap(([name, bytes]) => {
    const picture = pictureOfPath(name);
    return picture === null || bytes === null || sha256Of(bytes) !== picture.sha256 ? [] : { picture, bytes };
  });

const readArticle = ({ files }: BackedUpRecord, folder: string): Result<BackedUpArticle, AppError> => {
  const article = contentOf('article', files['article.json']);
  const body = contentOf('body', files['body.json']);
  const annotations = contentOf('annotations', files['annotations.json']);
  const original = article === null ? null : files[article.article.originalFile];
  if (article === null || body === null || annotations === null || !original) return damaged(folder);
  const { version: _, ...said } = annotations;
  // A backup by an older version has no such file, and neither has an article without translations.
  const { translations, renderings, languages } = contentOf('translations', files['translations.json']) ?? {
    translations: [],
    renderings: [],
    languages: [],
  };
  return ok({
    article: article.article,
    body: body.body,
    annotations: said,
    translations: { translations, renderings, languages },
    original,
    pictures: picturesAmong(files),
  });
};

const readMemo = ({ files }: BackedUpRecord, folder: string): Result<BackedUpMemo, AppError> => {
  const file = contentOf('memo', files['memo.json']);
  if (file === null) return damaged(folder);
  const snapshots = Object.entries(files).flatMap(([name, bytes]) =>
    name.startsWith('snapshots/') ? (contentOf('snapshot', bytes)?.snapshot ?? []) : [],
  );
  return ok({
    memo: { memo: file.memo, tasks: file.tasks },
    snapshots,
    // A backup by an older version has no such file, and neither has a memo that never went to reviewers.
    review: contentOf('review', files['review.json']) ?? { rounds: [], remarks: [] },
    pictures: picturesAmong(files),
  });
};

/** Null if there was no pad yet. */
const readPad = ({ files }: BackedUpRecord, folder: string): Result<Pad | null, AppError> => {
  const file = contentOf('pad', files[nameOfRootFile('pad')]);
  return file === null ? damaged(folder) : ok(file.pads[0] ?? null);
};

const readReferences = ({ tags, sources, labels }: BackedUpRecord): BackedUpReferences => ({
  tags: contentOf('tags', tags)?.tags ?? [],
  sources: contentOf('sources', sources)?.sources ?? [],
  // A backup by an older version has no such file.
  labels: contentOf('labels', labels)?.labels ?? [],
});

/** Restores the record from a backup; fails with `memo-is-sent` if the memo was sent since. */
export const restoreRecord = async (deps: Deps, backupId: string, what: RecordInBackup): Restoring => {
  const place = deps.backups.place(backupId);
  if (!place.ok) return place;
  const { folder } = place.value;
  const read = await deps.backups.ask({ kind: 'read-record', place: place.value, what });
  if (!read.ok) return read;
  const references = readReferences(read.value);
  if (what.kind === 'article') {
    const article = readArticle(read.value, folder);
    return article.ok ? restoreArticle(deps, what.id, article.value, references) : article;
  }
  if (what.kind === 'pad') {
    const pad = readPad(read.value, folder);
    return pad.ok ? restorePad(deps, pad.value) : pad;
  }
  const memo = readMemo(read.value, folder);
  return memo.ok ? restoreMemo(deps, what.id, memo.value) : memo;
};

/**
 * Restores the earlier text of the pad, and keeps what was written since: the two are merged like the pads of two
 * machines.
 */
const restorePad = ({ archive, machine }: Deps, was: Pad | null): Restoring =>
  archive.perform(async (reader) => {
    const file = await reader.pad();
    if (!file.ok) return file;
    const [before = null] = file.value.pads;
    const note = mergeNote(null, before?.note ?? null, was?.note ?? null);
    const pad: Pad = { id: PAD_ID, note, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = note === null ? [] : recordChanges({ kind: 'pad' }, 'pads', before, pad);
    return ok({ value: null, name: 'restore-pad', changes });
  });

/** The change that restores the earlier record; none if it has not changed. */
const backTo = <C extends CollectionName>(
  file: MutableFile,
  collection: C,
  there: readonly Collections[C][],
  was: readonly Collections[C][],
  at: Timestamp,
): readonly RecordChange[] =>
  was.flatMap((record) => {
    const before = there.find(({ id }) => id === record.id) ?? null;
    return recordChanges<C>(file, collection, before, { ...record, updatedAt: at });
  });

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/** Every id in a record, in any field, so that a new field can't be forgotten here. */
const idsIn = (record: unknown): readonly string[] => JSON.stringify(record).match(UUID) ?? [];

/** The records in `known` that the given ones refer to and `there` lacks, including those to which these refer. */
const findMissing = <R extends { readonly id: string }>(
  records: unknown,
  known: readonly R[],
  there: readonly R[],
): readonly R[] => {
  const byId = new Map(known.map((record) => [record.id, record]));
  for (const { id } of there) byId.delete(id);
  const missing: R[] = [];
  for (let open = idsIn(records); open.length > 0; ) {
    const found = [...new Set(open)].flatMap((id) => byId.get(id) ?? []);
    for (const { id } of found) byId.delete(id);
    missing.push(...found);
    open = idsIn(found);
  }
  return missing;
};

/**
 * The tags, sources and labels, as at the time of the backup, that its records refer to and the archive no longer has.
 */
const missingReferences = async (
  reader: ArchiveReader,
  records: unknown,
  { tags, sources, labels }: BackedUpReferences,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const [tagFile, sourceFile, labelFile] = [
    await reader.tags(),
    await reader.sources(),
    await reader.labels(),
  ];
  if (!labelFile.ok) return labelFile;
  if (!tagFile.ok) return tagFile;
  if (!sourceFile.ok) return sourceFile;
  const missingSources = findMissing(records, sources, sourceFile.value.sources);
  const missingTags = findMissing(records, tags, tagFile.value.tags);
  return ok([
    ...missingSources.flatMap((source) => recordChanges({ kind: 'sources' }, 'sources', null, source)),
    ...missingTags.flatMap((tag) => recordChanges({ kind: 'tags' }, 'tags', null, tag)),
    ...findMissing(records, labels, labelFile.value.labels).flatMap((label) =>
      recordChanges({ kind: 'labels' }, 'labels', null, label),
    ),
  ]);
};

const restoreArticle = async (
  deps: Deps,
  id: ArticleId,
  was: BackedUpArticle,
  references: BackedUpReferences,
): Restoring => {
  const { archive, machine } = deps;
  const trashed = (await archive.trashedArticles()).some((each) => each.id === id);
  const back = trashed ? await restoreRows(deps, [{ kind: 'article', id }]) : ok(null);
  if (!back.ok) return back;
  return archive.perform(async (reader) => {
    const needed = await missingReferences(reader, was.annotations, references);
    if (!needed.ok) return needed;
    const isThere = (await reader.articleIds()).includes(id);
    const at = toTimestamp(machine.nowMs());
    return isThere ? changeArticle(reader, id, was, needed.value, at) : ok(newArticle(was, needed.value));
  });
};

const newArticle = (was: BackedUpArticle, changes: readonly RecordChange[]): Outcome<null> => ({
  value: null,
  name: 'restore-article',
  changes,
  newArticles: [was],
});

const changeArticle = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  was: BackedUpArticle,
  needed: readonly RecordChange[],
  at: Timestamp,
): Composed => {
  const there = await reader.annotations(articleId);
  const article = await reader.article(articleId);
  if (!there.ok) return there;
  if (!article.ok) return article;
  const translated = await reader.translations(articleId);
  if (!translated.ok) return translated;
  const file = { kind: 'annotations', articleId } as const;
  const ofTranslations = { kind: 'translations', articleId } as const;
  const { translations, renderings, languages } = translated.value;
  const { about, passages, tasks } = there.value;
  const changes = [
    ...needed,
    ...backTo(file, 'about', [about], [was.annotations.about], at),
    ...backTo(file, 'passages', passages, was.annotations.passages, at),
    ...backTo(file, 'tasks', tasks, was.annotations.tasks, at),
    ...backTo(ofTranslations, 'translations', translations, was.translations.translations, at),
    ...backTo(ofTranslations, 'renderings', renderings, was.translations.renderings, at),
    ...backTo(ofTranslations, 'languages', languages, was.translations.languages, at),
  ];
  const restoredBodies = (await needsBody(reader, articleId, article.value.article.textSha256))
    ? [{ articleId, body: was.body }]
    : [];
  const holder = { kind: 'article', id: articleId } as const;
  const newPictures = was.pictures.map((picture) => ({ holder, ...picture }));
  return ok({ value: null, name: 'restore-article', changes, restoredBodies, newPictures });
};

/** Whether the stored text differs from the sealed one. */
const needsBody = async (reader: ArchiveReader, id: ArticleId, textSha256: string): Promise<boolean> => {
  const body = await reader.body(id);
  return !body.ok || body.value.textSha256 !== textSha256;
};

const restoreMemo = async (deps: Deps, id: MemoId, was: BackedUpMemo): Restoring => {
  const { archive, machine } = deps;
  const trashed = (await archive.trashedMemos()).some((each) => each.id === id);
  const back = trashed ? await restoreRows(deps, [{ kind: 'memo', id }]) : ok(null);
  if (!back.ok) return back;
  const restored = await archive.perform(async (reader) => {
    const isThere = (await reader.memoIds()).includes(id);
    if (!isThere)
      return ok({
        value: null,
        name: 'restore-memo',
        changes: [],
        newMemos: [
          { ...was.memo, rounds: was.review.rounds, remarks: was.review.remarks, pictures: was.pictures },
        ],
      });
    return changeMemo(reader, id, was, toTimestamp(machine.nowMs()));
  });
  if (!restored.ok) return restored;
  // Snapshots are not an undo step: they are written after their memo.
  return archive.perform(async (reader) => {
    const there = new Set(await reader.snapshotIds(id));
    const newSnapshots = was.snapshots.filter((snapshot) => !there.has(snapshot.id));
    return ok({ value: null, name: 'restore-memo', changes: [], newSnapshots });
  });
};

const changeMemo = async (
  reader: ArchiveReader,
  memoId: MemoId,
  was: BackedUpMemo,
  at: Timestamp,
): Composed => {
  const there = await reader.memo(memoId);
  if (!there.ok) return there;
  const review = await reader.review(memoId);
  if (!review.ok) return review;
  const { memo, tasks } = there.value;
  if (isSent(memo)) return err({ code: 'memo-is-sent', referenceNumber: memo.head.referenceNumber });
  const file = { kind: 'memo', memoId } as const;
  const reviewFile = { kind: 'review', memoId } as const;
  const changes = [
    ...backTo(file, 'memo', [memo], [was.memo.memo], at),
    ...backTo(file, 'tasks', tasks, was.memo.tasks, at),
    ...backTo(reviewFile, 'rounds', review.value.rounds, was.review.rounds, at),
    ...backTo(reviewFile, 'remarks', review.value.remarks, was.review.remarks, at),
  ];
  const newPictures = was.pictures.map((picture) => ({
    holder: { kind: 'memo', id: memoId } as const,
    ...picture,
  }));
  return ok({ value: null, name: 'restore-memo', changes, newPictures });
};
