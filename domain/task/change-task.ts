import type { TaskId } from '../ids.ts';
import type { CalendarDate, Timestamp } from '../time.ts';
import { newTask, tidyOwner } from './new-task.ts';
import { movedRepeat, nextDue, type Repeat } from './repeat.ts';
import type { Task } from './task.ts';

/** What may be said anew of a task; null takes away. */
export type TaskChange = Partial<Pick<Task, 'title' | 'kind' | 'state' | 'due' | 'owner'>> & {
  readonly repeat?: Repeat | null;
  readonly answeredBy?: Task['answeredBy'] | null;
};

/** The rule after a change: it goes with the day, and follows it to another one. */
const repeatAfter = (task: Task, { due = task.due, ...change }: TaskChange): Repeat | undefined => {
  const repeat = 'repeat' in change ? change.repeat : task.repeat;
  if (due === null || repeat === null || repeat === undefined) return undefined;
  return due === task.due ? repeat : movedRepeat(repeat, due);
};

/**
 * `task` with `change` over it. Being done is an instant: it is kept while the task stays done, and goes with it, as
 * does the passage that answers it.
 */
export const changeTask = (task: Task, change: TaskChange, at: Timestamp): Task => {
  const { repeat: _, answeredBy: __, ...kept } = task;
  const { repeat: ___, answeredBy = task.answeredBy, ...said } = change;
  const changed = { ...kept, ...said };
  const repeat = repeatAfter(task, change);
  const isDone = changed.state === 'done';
  return {
    ...changed,
    owner: tidyOwner(changed.owner),
    completedAt: isDone ? (task.completedAt ?? at) : null,
    updatedAt: at,
    ...(repeat !== undefined && { repeat }),
    ...(isDone && answeredBy !== null && answeredBy !== undefined && { answeredBy }),
  };
};

/** A task that was just done, with the one that comes after it; null where it comes once. */
export type DoneTask = { readonly done: Task; readonly next: Task | null };

/**
 * Hands the rule of a task that is done on to the next one, an open task with the same words on the same thing.
 * `nextId` is null where the next one is there.
 */
export const repeatTask = (task: Task, nextId: TaskId | null, today: CalendarDate): DoneTask => {
  const { repeat, ...done } = task;
  const due = repeat === undefined || task.due === null ? null : nextDue(repeat, task.due, today);
  if (repeat === undefined || due === null) return { done: task, next: null };
  if (nextId === null) return { done, next: null };
  return { done, next: newTask(nextId, { ...task, due, repeat }, task.updatedAt) };
};
