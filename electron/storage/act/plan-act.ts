import { lstatSync } from 'node:fs';
import { applyChanges, type MutableContent } from '#domain/archive/apply-changes.ts';
import type { Change, FolderChange, MutableFile, RecordChange } from '#domain/archive/changes.ts';
import {
  ANNOTATIONS_VERSION,
  ARTICLE_VERSION,
  BODY_VERSION,
  MEMO_VERSION,
  REVIEW_VERSION,
  TRANSLATIONS_VERSION,
} from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { recordKinds } from '#domain/contract/record-kinds.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type {
  ActWatch,
  NewArticle,
  NewMemo,
  NewPicture,
  PictureFile,
  RestoredBody,
} from '#electron/ports/archive.ts';
import type { ArchiveState } from '../archive-state.ts';
import { bytesOfContent } from '../file/bytes-of-content.ts';
import { fingerprintOf } from '../file/fingerprint.ts';
import { setAside } from '../file/read/set-aside.ts';
import { systemError } from '../file/system-error.ts';
import { rollback, writeAtomically } from '../file/write/write-atomically.ts';
import {
  BOARD_FOLDER,
  EVENT_FOLDER,
  FORM_FOLDER,
  folderHolding,
  folderOf,
  nameOfFile,
} from '../folder/layout.ts';
import { makeFolderIn } from '../folder/make-folder-in.ts';
import { isFolderIn } from '../folder/move-folder.ts';
import type { NewFiles } from '../folder/new-folder.ts';
import { hashText } from '../hash-text.ts';
import type { HeldFile } from '../open-files.ts';
import { pathOf } from '../storage-context.ts';
import { addPicture } from './add-picture.ts';
import { addSnapshot } from './add-snapshot.ts';
import { addFolder, type DiskOperation, discardFolder, restoreFolder } from './disk-operation.ts';

/** The changes that an act requests of the archive. */
export type Wanted = {
  readonly changes: readonly Change[];
  readonly newArticles?: readonly NewArticle[];
  readonly newMemos?: readonly NewMemo[];
  readonly newSnapshots?: readonly Snapshot[];
  readonly newPictures?: readonly NewPicture[];
  readonly restoredBodies?: readonly RestoredBody[];
};

/** The operations on the disk, in order. The files that they write are kept open until `release`. */
export type Plan = { readonly operations: readonly DiskOperation[]; release(): void };

/**
 * Referenced files are written before those that refer to them, so that a crash in the middle of an act leaves at most
 * an unused tag or source: tags and sources come first, then articles, their annotations, snapshots, pictures, and
 * memos with their rounds, which name a snapshot and cite the rest. Removals are in the opposite order.
 */
const ranks = {
  conflicts: 0,
  tags: 0,
  labels: 0,
  sources: 0,
  'article-arrives': 1,
  annotations: 2,
  translations: 3,
  events: 3,
  'event-shard': 3,
  falls: 3,
  tasks: 3,
  searches: 3,
  form: 3,
  pad: 3,
  manifest: 3,
  'memo-arrives': 4,
  snapshot: 5,
  picture: 5,
  review: 6,
  memo: 6,
  board: 6,
  'memo-goes': 7,
  'article-goes': 8,
  'reference-goes': 9,
} as const;

type Ranked = { readonly rank: number; readonly operation: DiskOperation };

/** The operations in the order of their ranks; those of one rank keep their order. */
const byRank = (ranked: readonly Ranked[]): readonly DiskOperation[] =>
  ranked.toSorted((a, b) => a.rank - b.rank).map(({ operation }) => operation);

/**
 * Plans the operations of an act on the disk, without writing anything. If a record or a folder is not as the act
 * expects it, the result is `changed-since`; if `watch` cancels it, `cancelled`.
 */
export const planAct = async (
  state: ArchiveState,
  wanted: Wanted,
  watch: ActWatch = {},
): Promise<Result<Plan, AppError>> => {
  const moves = wanted.changes.filter((change) => change.type === 'folder');
  const misplaced = moves.find((move) => !isWhereExpected(state, move));
  if (misplaced !== undefined) return err({ code: 'changed-since', what: misplaced.kind, id: misplaced.id });

  const held: HeldFile[] = [];
  const release = (): void => {
    for (const file of held) file.release();
  };
  const writes = await planWrites(state, { changes: wanted.changes, moves, held }, watch);
  if (!writes.ok) {
    release();
    return writes;
  }
  const steps = [...writes.value, ...moves.map((move) => planMove(state, move)), ...planNew(state, wanted)];
  return ok({ operations: byRank(steps), release });
};

type Writing = {
  readonly changes: readonly Change[];
  readonly moves: readonly FolderChange[];
  /** Files opened for the act are added here. */
  readonly held: HeldFile[];
};

/**
 * Plans the write of one file, and adds the file to `held`.
 * @param moves of the same act: a file whose folder is being restored is still in the trash
 */
const planWrite = async (
  state: ArchiveState,
  { file, changes }: FileChanges,
  moves: readonly FolderChange[],
  held: HeldFile[],
): Promise<Result<Ranked, AppError>> => {
  const folder = folderHolding(file);
  const isArriving = moves.some(({ id, to }) => id === folder?.id && to === 'archive');
  const opened = await state.files.hold(file, isArriving ? 'trash' : 'archive');
  if (!opened.ok) return err(asChangedSince(opened.error));
  held.push(opened.value);

  const jsonFile = opened.value.file;
  const next = applyChanges(jsonFile.content as MutableContent, changes);
  if (!next.ok)
    return err({ code: 'changed-since', what: recordKinds[next.error.collection], id: next.error.recordId });
  const operation: DiskOperation = {
    name: jsonFile.name,
    prepare: () => jsonFile.prepare(next.value),
    run: () => {
      // Every other file already has its folder.
      if (file.kind === 'form') makeFolderIn(state.context, FORM_FOLDER);
      if (file.kind === 'board') makeFolderIn(state.context, BOARD_FOLDER);
      if (file.kind === 'event-shard') makeFolderIn(state.context, EVENT_FOLDER);
      if (isArriving) jsonFile.follow(nameOfFile(file, 'archive'));
      return jsonFile.write(next.value);
    },
    rollback: () => jsonFile.rollback(),
    publish: () => jsonFile.publish(),
  };
  return ok({ rank: rankOf(file, changes), operation });
};

/** An article or a memo in a step existed when the step was made: if it is missing, it was removed since. */
const asChangedSince = (error: AppError): AppError =>
  error.code === 'not-found' ? { ...error, code: 'changed-since' } : error;

const rankOf = (file: MutableFile, changes: readonly RecordChange[]): number => {
  const isReference = file.kind === 'tags' || file.kind === 'sources';
  if (isReference && changes.some(({ after }) => after === null)) return ranks['reference-goes'];
  return ranks[file.kind];
};

const planWrites = async (
  state: ArchiveState,
  { changes, moves, held }: Writing,
  { onPlanned, signal }: ActWatch,
): Promise<Result<readonly Ranked[], AppError>> => {
  const writes: Ranked[] = [];
  const groups = groupByFile(changes);
  for (const group of groups) {
    if (signal?.aborted === true) return err({ code: 'cancelled' });
    const planned = await planWrite(state, group, moves, held);
    if (!planned.ok) return planned;
    writes.push(planned.value);
    onPlanned?.(writes.length, groups.length);
  }
  return ok(writes);
};

/** A folder to be removed must be in the archive, one to be restored in the trash, and nowhere else. */
const isWhereExpected = ({ context }: ArchiveState, move: FolderChange): boolean =>
  isFolderIn(context, move, 'archive') === (move.to === 'trash') &&
  isFolderIn(context, move, 'trash') === (move.to === 'archive');

const planMove = (state: ArchiveState, move: FolderChange): Ranked =>
  move.to === 'archive'
    ? { rank: ranks[`${move.kind}-arrives`], operation: restoreFolder(state, move) }
    : { rank: ranks[`${move.kind}-goes`], operation: discardFolder(state, move) };

const filesOfPictures = (pictures: readonly PictureFile[] = []): NewFiles =>
  Object.fromEntries(pictures.map(({ picture, bytes }) => [pathOfPicture(picture), bytes]));

/** The files of a new article's folder. Throws as bytesOfContent does. */
const filesOfArticle = ({
  article,
  body,
  annotations,
  translations,
  original,
  pictures,
}: NewArticle): NewFiles => ({
  'article.json': bytesOfContent('article', { version: ARTICLE_VERSION, article }),
  'body.json': bytesOfContent('body', { version: BODY_VERSION, body }),
  'annotations.json': bytesOfContent('annotations', { version: ANNOTATIONS_VERSION, ...annotations }),
  ...(translations === undefined || Object.values(translations).every(({ length }) => length === 0)
    ? {}
    : {
        'translations.json': bytesOfContent('translations', {
          version: TRANSLATIONS_VERSION,
          ...translations,
        }),
      }),
  [article.originalFile]: original,
  ...filesOfPictures(pictures),
});

/** The files of a new memo's folder. Throws as bytesOfContent does. */
const filesOfMemo = ({ memo, tasks, rounds = [], remarks = [], pictures }: NewMemo): NewFiles => ({
  'memo.json': bytesOfContent('memo', { version: MEMO_VERSION, memo, tasks }),
  ...(rounds.length + remarks.length === 0
    ? {}
    : {
        'review.json': bytesOfContent('review', {
          version: REVIEW_VERSION,
          rounds: [...rounds],
          remarks: [...remarks],
        }),
      }),
  ...filesOfPictures(pictures),
});

/**
 * Replaces a body that is damaged or has another text by one with the sealed text; the replaced bytes are kept.
 * Evidence is never overwritten in any other way, so the text is verified once more here: another text is a bug.
 */
const restoreBody = (state: ArchiveState, { articleId, body }: RestoredBody): DiskOperation => {
  const { context, sealed } = state;
  const name = `${folderOf({ kind: 'article', id: articleId }, 'archive')}/body.json`;
  const path = pathOf(context, name);
  let hadFile = false;
  return {
    name,
    run: async () => {
      const record = await sealed.article(articleId);
      if (!record.ok) throw systemError('EIO', `The record of ${articleId} can't be read.`);
      if (record.value.article.textSha256 !== (await hashText(body)))
        throw new Error(`The body of ${articleId} does not have the text that was sealed.`);
      const text = bytesOfContent('body', { version: BODY_VERSION, body });
      const bytes = await context.codec.encode(text);
      const stands = fingerprintOf(path);
      const isFile = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      if (isFile) setAside(path, context.machine.nowMs(), true);
      ({ hadFile } = await writeAtomically(path, bytes, context.temporaryPath(path), {
        expected: stands,
        mode: context.modes().file,
      }));
    },
    rollback: () => rollback(path, hadFile, context.temporaryPath(path)),
    publish: () => sealed.forget(articleId),
  };
};

const planNew = (state: ArchiveState, wanted: Wanted): readonly Ranked[] => [
  ...(wanted.newArticles ?? []).map((article) => ({
    rank: ranks['article-arrives'],
    operation: addFolder(state, { kind: 'article', id: article.article.id }, () => filesOfArticle(article)),
  })),
  ...(wanted.newMemos ?? []).map((memo) => ({
    rank: ranks['memo-arrives'],
    operation: addFolder(state, { kind: 'memo', id: memo.memo.id }, () => filesOfMemo(memo)),
  })),
  ...(wanted.newSnapshots ?? []).map((snapshot) => ({
    rank: ranks.snapshot,
    operation: addSnapshot(state, snapshot),
  })),
  // The pictures of an article are written before a body that refers to them.
  ...(wanted.newPictures ?? []).map((picture) => ({
    rank: ranks[picture.holder.kind === 'article' ? 'article-arrives' : 'picture'],
    operation: addPicture(state, picture),
  })),
  ...(wanted.restoredBodies ?? []).map((restored) => ({
    rank: ranks['article-arrives'],
    operation: restoreBody(state, restored),
  })),
];

/** The changes of one file, which are written together. */
export type FileChanges = { readonly file: MutableFile; readonly changes: readonly RecordChange[] };

/** The record changes grouped by file. */
export const groupByFile = (changes: readonly Change[]): readonly FileChanges[] => {
  const groups = new Map<string, { file: MutableFile; changes: RecordChange[] }>();
  for (const change of changes) {
    if (change.type === 'folder') continue;
    const name = nameOfFile(change.file, 'archive');
    const group = groups.get(name) ?? { file: change.file, changes: [] };
    group.changes.push(change);
    groups.set(name, group);
  }
  return [...groups.values()];
};
