import type { Timestamp } from '../time.ts';
import { tidyOwner } from './new-task.ts';
import type { Task } from './task.ts';

/** `task` with `change` over it. Being done is an instant: it is kept while the task stays done, and goes with it. */
export const changeTask = (
  task: Task,
  change: Partial<Pick<Task, 'title' | 'kind' | 'state' | 'due' | 'owner'>>,
  at: Timestamp,
): Task => {
  const changed = { ...task, ...change };
  return {
    ...changed,
    owner: tidyOwner(changed.owner),
    completedAt: changed.state === 'done' ? (task.completedAt ?? at) : null,
    updatedAt: at,
  };
};
