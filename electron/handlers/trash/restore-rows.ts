/** Restores deleted records, and folders from trash/, to their earlier place. */
import type { Change, RecordChange, RecordFolder, StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import {
  type ArticleId,
  articleIdSchema,
  boardIdSchema,
  type EventId,
  eventIdSchema,
  formIdSchema,
  memoIdSchema,
  type PassageId,
  passageIdSchema,
  sourceIdSchema,
  type TaskId,
  type TranslationId,
  tagIdSchema,
  taskIdSchema,
  translationIdSchema,
} from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { restoreBranches } from '#domain/tree/change-tree.ts';
import { indexTree, type TreeRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { restoringBoard } from '../board/board-handlers.ts';
import { eventChanges, findEvent } from '../event/event-files.ts';
import { restoringForm } from '../form/form-handlers.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sourceTree, type TreeFile, tagTree, treeFailure } from '../shared/tree-outcomes.ts';
import { taskFileOf } from '../task/task-file.ts';

type Row = Pick<TrashRow, 'kind' | 'id'>;
type Changes = Promise<Result<readonly Change[], AppError>>;
/** Creates the changes that restore something, from the present archive and a time. */
type Restoring = (reader: ArchiveReader, at: Timestamp) => Changes;

/** Moves the folder back from trash/. */
const folderBack =
  (folder: RecordFolder): Restoring =>
  async (reader) => {
    const trashed = folder.kind === 'article' ? await reader.trashedArticles() : await reader.trashedMemos();
    const ids: readonly string[] = trashed.map(({ id }) => id);
    if (!ids.includes(folder.id)) return notFound(folder.kind, folder.id);
    return ok([{ type: 'folder', ...folder, to: 'archive' }]);
  };

/** Restores the passage, and the follow-ups that were deleted together with it. */
const passageBack =
  (articleId: ArticleId, passageId: PassageId): Restoring =>
  async (reader, updatedAt) => {
    const annotations = await reader.annotations(articleId);
    if (!annotations.ok) return annotations;
    const { passages, tasks } = annotations.value;
    const passage = passages.find(({ id, deletedAt }) => id === passageId && deletedAt !== null);
    if (passage === undefined) return notFound('passage', passageId);
    const back = { deletedAt: null, updatedAt };
    const file = { kind: 'annotations', articleId } as const;
    const its = tasks.filter((task) => task.passageId === passageId && task.deletedAt === passage.deletedAt);
    return ok([
      ...recordChanges(file, 'passages', passage, { ...passage, ...back }),
      ...its.flatMap((task) => recordChanges(file, 'tasks', task, { ...task, ...back })),
    ]);
  };

/** Restores the translation; its words were never removed. */
const translationBack =
  (articleId: ArticleId, translationId: TranslationId): Restoring =>
  async (reader, updatedAt) => {
    const read = await reader.translations(articleId);
    if (!read.ok) return read;
    const found = read.value.translations.find(
      ({ id, deletedAt }) => id === translationId && deletedAt !== null,
    );
    if (found === undefined) return notFound('translation', translationId);
    const file = { kind: 'translations', articleId } as const;
    return ok(recordChanges(file, 'translations', found, { ...found, deletedAt: null, updatedAt }));
  };

/** Restores the task, even if its passage stays in the trash. */
const taskBack =
  (place: TaskPlace, taskId: TaskId): Restoring =>
  async (reader, updatedAt) => {
    const found = await taskFileOf(reader, place);
    if (!found.ok) return found;
    const task = found.value.tasks.find(({ id, deletedAt }) => id === taskId && deletedAt !== null);
    if (task === undefined) return notFound('task', taskId);
    return ok(recordChanges(found.value.file, 'tasks', task, { ...task, deletedAt: null, updatedAt }));
  };

const eventBack =
  (eventId: EventId): Restoring =>
  async (reader, updatedAt) => {
    const event = await findEvent(reader, eventId);
    if (!event.ok) return event;
    const { found, files } = event.value;
    if (found.own.deletedAt === null) return notFound('event', eventId);
    return ok(eventChanges(files, found.own, { ...found.own, deletedAt: null, updatedAt }));
  };

/**
 * Restores records of a tree, and what was deleted below each at the same time. Fails with `name-taken` if another
 * record has a name.
 */
const branchesBack =
  <T extends TreeRecord>({ what, read, changes }: TreeFile<T>, ids: readonly T['id'][]): Restoring =>
  async (reader, at) => {
    const records = await read(reader);
    if (!records.ok) return records;
    const edits = restoreBranches(indexTree(records.value), ids, at);
    return edits.ok ? ok(changes(edits.value)) : err(treeFailure(what, edits.error));
  };

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/** Restores those whose place is known from their id. */
const placed = {
  article: (id: string) => folderBack({ kind: 'article', id: articleIdSchema.parse(id) }),
  memo: (id: string) => folderBack({ kind: 'memo', id: memoIdSchema.parse(id) }),
  form: (id: string) => restoringForm(formIdSchema.parse(id)),
  board: (id: string) => restoringBoard(boardIdSchema.parse(id)),
} as const satisfies Partial<Record<Row['kind'], (id: string) => Restoring>>;

/** Restores one row that belongs to no tree; fails if its place is unknown. */
const rowBack = async (
  { catalogue }: Deps,
  { kind, id }: { readonly kind: Exclude<Row['kind'], 'tag' | 'source' | 'event'>; readonly id: string },
): Promise<Result<Restoring, AppError>> => {
  if (kind in placed) return ok(placed[kind as keyof typeof placed](id));
  if (kind === 'task') {
    const taskId = taskIdSchema.parse(id);
    const place = await catalogue.placeOfTask(taskId);
    return place === null ? notFound('task', id) : ok(taskBack(place, taskId));
  }
  if (kind === 'translation') {
    const translationId = translationIdSchema.parse(id);
    const of = await catalogue.articleOfTranslation(translationId);
    return of === null ? notFound('translation', id) : ok(translationBack(of, translationId));
  }
  const passageId = passageIdSchema.parse(id);
  const articleId = await catalogue.articleOfPassage(passageId);
  return articleId === null ? notFound('passage', id) : ok(passageBack(articleId, passageId));
};

const idsOf = (rows: readonly Row[], kind: Row['kind']): readonly string[] =>
  rows.filter((row) => row.kind === kind).map(({ id }) => id);

/** Restores all of the rows: those of one tree together, because one may be below another. */
const allBack = async (deps: Deps, rows: readonly Row[]): Promise<Result<readonly Restoring[], AppError>> => {
  const tags = idsOf(rows, 'tag').map((id) => tagIdSchema.parse(id));
  const sources = idsOf(rows, 'source').map((id) => sourceIdSchema.parse(id));
  const all: Restoring[] = idsOf(rows, 'event').map((id) => eventBack(eventIdSchema.parse(id)));
  if (tags.length > 0) all.push(branchesBack(tagTree, tags));
  if (sources.length > 0) all.push(branchesBack(sourceTree, sources));
  for (const { kind, id } of rows) {
    if (kind === 'tag' || kind === 'source' || kind === 'event') continue;
    const restoring = await rowBack(deps, { kind, id });
    if (!restoring.ok) return restoring;
    all.push(restoring.value);
  }
  return ok(all);
};

const nameOf = (rows: readonly Row[]): StepName => {
  const [first] = rows;
  return first === undefined || rows.length > 1 ? 'restore-many' : `restore-${first.kind}`;
};

const keyOf = (change: Change): string => (change.type === 'folder' ? change.id : keyOfRecord(change));
const keyOfRecord = ({ collection, recordId }: RecordChange): string => `${collection} ${recordId}`;

/** Each record once: a selected follow-up may also be restored with its passage. */
const onceEach = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [keyOf(change), change])).values(),
];

/** Restores rows of the trash in one undo step; if one can't be restored, none is. */
export const restoreRows = async (deps: Deps, rows: readonly Row[]): Promise<Result<null, AppError>> => {
  const restoring = await allBack(deps, rows);
  if (!restoring.ok) return restoring;
  return deps.archive.perform(async (reader) => {
    const at = toTimestamp(deps.machine.nowMs());
    const changes: Change[] = [];
    for (const bringBack of restoring.value) {
      const back = await bringBack(reader, at);
      if (!back.ok) return back;
      changes.push(...back.value);
    }
    return ok({ value: null, name: nameOf(rows), changes: onceEach(changes) });
  });
};
