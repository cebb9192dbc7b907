import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type NewId, type TaskId, taskIdSchema } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { changeTask, repeatTask, type TaskChange } from '#domain/task/change-task.ts';
import { isOpenTask } from '#domain/task/is-open-task.ts';
import { newTask } from '#domain/task/new-task.ts';
import type { Task, TaskPlace } from '#domain/task/task.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, Outcome } from '#electron/ports/archive.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { answersOf } from './answers-of.ts';
import { makeTask } from './make-task.ts';
import { nextTaskId } from './next-task-id.ts';
import { type TaskFile, taskFileOf } from './task-file.ts';

type FoundTask = Pick<TaskFile, 'file' | 'tasks'> & { readonly task: Task };

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

/** The id of the task after one that is done; null where that is there and open. */
const idOfNext = ({ task, tasks }: FoundTask, newId: NewId): TaskId | null => {
  const id = nextTaskId(task);
  const there = tasks.find((each) => each.id === id);
  if (there === undefined) return id;
  return isOpenTask(there) ? null : taskIdSchema.parse(newId());
};

/** The step that changes a task; done, it is followed by the next where it comes again. */
const changingTask = (
  { nowMs, newId }: HandlerDeps['machine'],
  found: FoundTask,
  change: TaskChange,
): Outcome<Task> => {
  const { file, task } = found;
  const now = nowMs();
  const after = changeTask(task, change, toTimestamp(now));
  if (after.state !== 'done' || task.state === 'done') {
    const changes = recordChanges(file, 'tasks', task, after);
    return { value: changes.length === 0 ? task : after, name: 'change-task', changes };
  }
  const { done, next } = repeatTask(after, idOfNext(found, newId), localToday(now));
  const made = next === null ? [] : recordChanges(file, 'tasks', null, next);
  return {
    value: done,
    name: 'complete-task',
    changes: [...recordChanges(file, 'tasks', task, done), ...made],
  };
};

/** The use cases of follow-ups. A task is kept with what it is on. */
export const createTaskHandlers = ({ archive, catalogue, machine }: HandlerDeps): HandlersOn<'task'> => ({
  /** Rows from the catalogue, the earlier due first. */
  'task:list': async ({ isOpenOnly }) => ok(await catalogue.tasks(isOpenOnly)),

  /** Rows from the catalogue. */
  'task:answers': async ({ articleId, passageId }) => {
    const annotations = await archive.annotations(articleId);
    if (!annotations.ok) return annotations;
    const passage = annotations.value.passages.find(
      ({ id, deletedAt }) => id === passageId && deletedAt === null,
    );
    return ok(passage === undefined ? null : answersOf(passage, await catalogue.tasks(false)));
  },

  /** Adds an open task to a passage, an article, a memo or nothing. Asked for again it changes nothing. */
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
   * Changes what is given. Being done is an instant, which goes when the task is opened again. One that comes again is
   * followed by the next in the same step.
   */
  'task:change': ({ place, taskId, change }) =>
    archive.perform(async (reader) => {
      const found = await liveTask(reader, place, taskId);
      if (!found.ok) return found;
      return ok(changingTask(machine, found.value, change));
    }),

  /** Makes a tombstone of the task. */
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
