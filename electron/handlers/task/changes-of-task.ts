import type { RecordChange } from '#domain/archive/changes.ts';
import { type TaskId, taskIdSchema } from '#domain/ids.ts';
import { repeatTask } from '#domain/task/change-task.ts';
import { isOpenTask } from '#domain/task/is-open-task.ts';
import type { Task } from '#domain/task/task.ts';
import type { Machine } from '#electron/ports/machine.ts';
import { localToday } from '#electron/time/local-today.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { nextTaskId } from './next-task-id.ts';
import type { TaskFile } from './task-file.ts';

/** A task with the file in which it is kept. */
export type FoundTask = Pick<TaskFile, 'file' | 'tasks'> & { readonly task: Task };

/** The id of the task after one that is done; null where that is there and open. */
const idOfNext = ({ task, tasks }: FoundTask, newId: Machine['newId']): TaskId | null => {
  const id = nextTaskId(task);
  const there = tasks.find((each) => each.id === id);
  if (there === undefined) return id;
  return isOpenTask(there) ? null : taskIdSchema.parse(newId());
};

export type ChangedTask = {
  readonly task: Task;
  readonly isCompleted: boolean;
  readonly changes: readonly RecordChange[];
};

/** The changes that make `after` of a task; done, it is followed by the next where it comes again. */
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
