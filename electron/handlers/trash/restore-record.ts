/** Brings one record back from its tombstone, where it stands. */
import type { RecordFolder, StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, PassageId, SourceId, TagId, TaskId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { toTimestamp } from '#domain/time.ts';
import { restoreBranch } from '#domain/tree/change-tree.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { performOnSources, performOnTags } from '../shared/tree-outcomes.ts';
import { taskFileOf } from '../task/task-file.ts';

type Acting = Pick<HandlerDeps, 'archive' | 'machine'>;
type Restoring = Promise<Result<null, AppError>>;

/** The folder comes back from trash/ as it went. */
export const restoreFolder = ({ archive }: Acting, folder: RecordFolder): Restoring =>
  archive.perform(async (reader) => {
    const trashed = folder.holds === 'article' ? await reader.trashedArticles() : await reader.trashedMemos();
    const ids: readonly string[] = trashed.map(({ id }) => id);
    if (!ids.includes(folder.id)) return notFound(folder.holds, folder.id);
    const name: StepName = folder.holds === 'article' ? 'restore-article' : 'restore-memo';
    return ok({ value: null, name, changes: [{ type: 'folder', ...folder, to: 'archive' }] });
  });

/** The passage, and the follow-ups that were deleted together with it. */
export const restorePassage = (
  { archive, machine }: Acting,
  articleId: ArticleId,
  passageId: PassageId,
): Restoring =>
  archive.perform(async (reader) => {
    const annotations = await reader.annotations(articleId);
    if (!annotations.ok) return annotations;
    const { passages, tasks } = annotations.value;
    const passage = passages.find(({ id, deletedAt }) => id === passageId && deletedAt !== null);
    if (passage === undefined) return notFound('passage', passageId);
    const back = { deletedAt: null, updatedAt: toTimestamp(machine.nowMs()) };
    const file = { kind: 'annotations', articleId } as const;
    const its = tasks.filter((task) => task.passageId === passageId && task.deletedAt === passage.deletedAt);
    const changes = [
      ...recordChanges(file, 'passages', passage, { ...passage, ...back }),
      ...its.flatMap((task) => recordChanges(file, 'tasks', task, { ...task, ...back })),
    ];
    return ok({ value: null, name: 'restore-passage', changes });
  });

/** The task, even where the passage that it is on stays in the trash. */
export const restoreTask = ({ archive, machine }: Acting, place: TaskPlace, taskId: TaskId): Restoring =>
  archive.perform(async (reader) => {
    const found = await taskFileOf(reader, place);
    if (!found.ok) return found;
    const task = found.value.tasks.find(({ id, deletedAt }) => id === taskId && deletedAt !== null);
    if (task === undefined) return notFound('task', taskId);
    const after = { ...task, deletedAt: null, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges(found.value.file, 'tasks', task, after);
    return ok({ value: null, name: 'restore-task', changes });
  });

/** The tag, and what was deleted below it at the same time. Fails `name-taken` where its name was given away. */
export const restoreTag = (acting: Acting, tagId: TagId): Restoring =>
  performOnTags(acting, {
    name: 'restore-tag',
    edit: (tags, at) => restoreBranch(tags, tagId, at),
    answer: () => null,
  });

/** The source, and what was deleted below it at the same time. Fails `name-taken` where its name was given away. */
export const restoreSource = (acting: Acting, sourceId: SourceId): Restoring =>
  performOnSources(acting, {
    name: 'restore-source',
    edit: (sources, at) => restoreBranch(sources, sourceId, at),
    answer: () => null,
  });
