import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { idOfHash, type PassageId, type TaskId, taskIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { repeatTask } from '#domain/task/change-task.ts';
import { isOpenTask, type Task, type TaskPlace } from '#domain/task/task.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { ArchiveReader } from '../../ports/archive.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sha256Of } from '../shared/sha-256.ts';

/** The file that contains the tasks of a place, with all its tasks. */
export type TaskFile = {
  readonly file: MutableFile;
  readonly tasks: readonly Task[];
  /** The passage of the place, if it is one. */
  readonly passageId: PassageId | null;
};

const onArticle = async (
  reader: ArchiveReader,
  place: Extract<TaskPlace, { on: 'passage' | 'article' }>,
): Promise<Result<TaskFile, AppError>> => {
  const annotations = await reader.annotations(place.articleId);
  if (!annotations.ok) return annotations;
  const file = { kind: 'annotations', articleId: place.articleId } as const;
  const { tasks, passages } = annotations.value;
  if (place.on === 'article') return ok({ file, tasks, passageId: null });
  return passages.some(({ id }) => id === place.passageId)
    ? ok({ file, tasks, passageId: place.passageId })
    : notFound('passage', place.passageId);
};

/** Finds the file for the tasks of `place`. The article, passage or memo of the place must exist. */
export const taskFileOf = async (
  reader: ArchiveReader,
  place: TaskPlace,
): Promise<Result<TaskFile, AppError>> => {
  if (place.on === 'passage' || place.on === 'article') return onArticle(reader, place);
  if (place.on === 'memo') {
    const memo = await reader.memo(place.memoId);
    if (!memo.ok) return memo;
    return ok({
      file: { kind: 'memo', memoId: place.memoId },
      tasks: memo.value.tasks,
      passageId: null,
    });
  }
  const file = await reader.tasks();
  return file.ok ? ok({ file: { kind: 'tasks' }, tasks: file.value.tasks, passageId: null }) : file;
};

/** A task with its file. */
export type FoundTask = Pick<TaskFile, 'file' | 'tasks'> & { readonly task: Task };

/**
 * The id of the task that follows `task`: it is derived, so that two devices on which `task` was finished create the
 * same next task.
 */
const nextTaskId = ({ id, due }: Pick<Task, 'id' | 'due'>): TaskId =>
  taskIdSchema.parse(idOfHash(sha256Of(`task after ${id} due ${due}`)));

/** The id of the task that follows a finished one; null if that exists and is open. */
const idOfNext = ({ task, tasks }: FoundTask, newId: Machine['newId']): TaskId | null => {
  const id = nextTaskId(task);
  const there = tasks.find((each) => each.id === id);
  if (there === undefined) return id;
  return isOpenTask(there) ? null : taskIdSchema.parse(newId());
};

type ChangedTask = {
  readonly task: Task;
  readonly isCompleted: boolean;
  readonly changes: readonly RecordChange[];
};

/** The changes of a task to `after`; a recurring task that is finished is followed by the next. */
export const changesOfTask = ({ nowMs, newId }: Machine, found: FoundTask, after: Task): ChangedTask => {
  const { file, task } = found;
  if (after.state !== 'done' || task.state === 'done') {
    const changes = recordChanges(file, 'tasks', task, after);
    return { task: changes.length === 0 ? task : after, isCompleted: false, changes };
  }
  const { done, next } = repeatTask(after, idOfNext(found, newId), localToday(nowMs()));
  const made = next === null ? [] : recordChanges(file, 'tasks', null, next);
  return {
    task: done,
    isCompleted: true,
    changes: [...recordChanges(file, 'tasks', task, done), ...made],
  };
};
