import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TaskId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { changeTask, type TaskChange } from '#domain/task/change-task.ts';
import { newTask } from '#domain/task/new-task.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, Outcome } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { makeTask } from './make-task.ts';
import { changesOfTask, type FoundTask, taskFileOf } from './task-file.ts';

const liveTask = async (
  reader: ArchiveReader,
  place: TaskPlace,
  taskId: TaskId,
): Promise<Result<FoundTask, AppError>> => {
  const found = await taskFileOf(reader, place);
  if (!found.ok) return found;
  const task = found.value.tasks.find(({ id, deletedAt }) => id === taskId && deletedAt === null);
  return task === undefined ? notFound('task', taskId) : ok({ ...found.value, task });
};

/** The step that changes a task; a recurring task that is finished is followed by the next. */
const changingTask = (
  machine: HandlerDeps['machine'],
  found: FoundTask,
  change: TaskChange,
): Outcome<Task> => {
  const after = changeTask(found.task, change, toTimestamp(machine.nowMs()));
  const { task, isCompleted, changes } = changesOfTask(machine, found, after);
  return { value: task, name: isCompleted ? 'complete-task' : 'change-task', changes };
};

/** The use cases of follow-ups. A task is stored with the record that it is attached to. */
export const createTaskHandlers = ({ archive, catalogue, machine }: HandlerDeps): HandlersOn<'task'> => ({
  /** Rows from the catalogue. */
  'task:answers': async ({ articleId, passageId }) => {
    const annotations = await archive.annotations(articleId);
    if (!annotations.ok) return annotations;
    const passage = annotations.value.passages.find(
      ({ id, deletedAt }) => id === passageId && deletedAt === null,
    );
    return ok(passage === undefined ? null : await catalogue.taskAnswers(passage));
  },

  /** Adds an open task to a passage, an article, a memo or nothing. A repeated request changes nothing. */
  'task:add': ({ place, taskId, task: said }) =>
    archive.perform(async (reader) => {
      const found = await taskFileOf(reader, place);
      if (!found.ok) return found;
      const { passageId } = found.value;
      const wanted = newTask(taskId, { ...said, passageId }, toTimestamp(machine.nowMs()));
      const made = await makeTask({ catalogue }, 'task:add', found.value, wanted);
      if (!made.ok) return made;
      return ok({ value: made.value.record, name: 'add-task', changes: made.value.changes });
    }),

  /**
   * Changes the given fields. Completion is an instant, which is cleared when the task is reopened. A recurring task is
   * followed by the next in the same step.
   */
  'task:change': ({ place, taskId, change }) =>
    archive.perform(async (reader) => {
      const found = await liveTask(reader, place, taskId);
      if (!found.ok) return found;
      return ok(changingTask(machine, found.value, change));
    }),

  /** Marks the task as deleted. */
  'task:delete': ({ place, taskId }) =>
    archive.perform(async (reader) => {
      const found = await liveTask(reader, place, taskId);
      if (!found.ok) return found;
      const { file, task } = found.value;
      const at = toTimestamp(machine.nowMs());
      const changes = recordChanges(file, 'tasks', task, { ...task, deletedAt: at, updatedAt: at });
      return ok({ value: null, name: 'delete-task', changes });
    }),
});
