/**
 * Brings an article, a memo or the pad of a backup back into the open archive, as an act that undo takes back. Where it is gone
 * it is made as a new one is; where it is there, or in the trash, each record of it becomes what it was, and what was
 * added since stays.
 */
import type { CollectionName, Collections, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { mergeNote } from '#domain/archive/merge/merge-note.ts';
import type { RecordInBackup } from '#domain/contract/backup.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { isSent } from '#domain/memo/sent/is-sent.ts';
import { PAD_ID, type Pad } from '#domain/pad/pad.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, Outcome } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { restoreRows } from '../trash/restore-rows.ts';
import { missingReferences } from './missing-references.ts';
import {
  type BackedUpArticle,
  type BackedUpMemo,
  type BackedUpReferences,
  readArticle,
  readMemo,
  readPad,
  readReferences,
} from './read-backed-up.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'backups' | 'catalogue' | 'machine'>;
type Restoring = Promise<Result<null, AppError>>;
type Composed = Promise<Result<Outcome<null>, AppError>>;

/** Brings the record of a backup back; fails `memo-is-sent` where a memo was sent since. */
export const restoreRecord = async (deps: Deps, backupId: string, what: RecordInBackup): Restoring => {
  const place = deps.backups.place(backupId);
  if (!place.ok) return place;
  const { folder } = place.value;
  const read = await deps.backups.ask({ does: 'read-record', place: place.value, what });
  if (!read.ok) return read;
  const references = readReferences(read.value);
  if (what.is === 'article') {
    const article = readArticle(read.value, folder);
    return article.ok ? restoreArticle(deps, what.id, article.value, references) : article;
  }
  if (what.is === 'pad') {
    const pad = readPad(read.value, folder);
    return pad.ok ? restorePad(deps, pad.value) : pad;
  }
  const memo = readMemo(read.value, folder);
  return memo.ok ? restoreMemo(deps, what.id, memo.value) : memo;
};

/** What the pad was stands in it again, and what was written since stays: as where two machines have both written in it. */
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

/** What makes a record what it was; none where it is that already. */
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

const restoreArticle = async (
  deps: Deps,
  id: ArticleId,
  was: BackedUpArticle,
  references: BackedUpReferences,
): Restoring => {
  const { archive, machine } = deps;
  const trashed = (await archive.trashedArticles()).some((each) => each.id === id);
  const back = trashed ? await restoreRows(deps, [{ holds: 'article', id }]) : ok(null);
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
  const file = { kind: 'annotations', articleId } as const;
  const { about, passages, tasks } = there.value;
  const changes = [
    ...needed,
    ...backTo(file, 'about', [about], [was.annotations.about], at),
    ...backTo(file, 'passages', passages, was.annotations.passages, at),
    ...backTo(file, 'tasks', tasks, was.annotations.tasks, at),
  ];
  const restoredBodies = (await needsBody(reader, articleId, article.value.article.textSha256))
    ? [{ articleId, body: was.body }]
    : [];
  const holder = { holds: 'article', id: articleId } as const;
  const newPictures = was.pictures.map((picture) => ({ holder, ...picture }));
  return ok({ value: null, name: 'restore-article', changes, restoredBodies, newPictures });
};

/** Whether the text that stands there is not the one that was sealed. */
const needsBody = async (reader: ArchiveReader, id: ArticleId, textSha256: string): Promise<boolean> => {
  const body = await reader.body(id);
  return !body.ok || body.value.textSha256 !== textSha256;
};

const restoreMemo = async (deps: Deps, id: MemoId, was: BackedUpMemo): Restoring => {
  const { archive, machine } = deps;
  const trashed = (await archive.trashedMemos()).some((each) => each.id === id);
  const back = trashed ? await restoreRows(deps, [{ holds: 'memo', id }]) : ok(null);
  if (!back.ok) return back;
  const restored = await archive.perform(async (reader) => {
    const isThere = (await reader.memoIds()).includes(id);
    if (!isThere)
      return ok({
        value: null,
        name: 'restore-memo',
        changes: [],
        newMemos: [{ ...was.memo, pictures: was.pictures }],
      });
    return changeMemo(reader, id, was, toTimestamp(machine.nowMs()));
  });
  if (!restored.ok) return restored;
  // Snapshots are no step of undo: they come after the memo that they are of.
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
  const { memo, tasks } = there.value;
  if (isSent(memo)) return err({ code: 'memo-is-sent', referenceNumber: memo.head.referenceNumber });
  const file = { kind: 'memo', memoId } as const;
  const changes = [
    ...backTo(file, 'memo', [memo], [was.memo.memo], at),
    ...backTo(file, 'tasks', tasks, was.memo.tasks, at),
  ];
  const newPictures = was.pictures.map((picture) => ({
    holder: { holds: 'memo', id: memoId } as const,
    ...picture,
  }));
  return ok({ value: null, name: 'restore-memo', changes, newPictures });
};
