import type { TaskId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { Task } from './task.ts';

/** What is said of a task when it is made. */
export type SaidTask = Pick<Task, 'title' | 'kind' | 'due' | 'owner' | 'repeat'>;

/** An owner as it is kept: trimmed, and null where nothing is left. */
export const tidyOwner = (owner: string | null): string | null => owner?.trim() || null;

/** A task that is open. */
export const newTask = (
  id: TaskId,
  { title, kind, due, owner, repeat, passageId }: SaidTask & Pick<Task, 'passageId'>,
  at: Timestamp,
): Task => ({
  id,
  passageId,
  title,
  kind,
  due,
  owner: tidyOwner(owner),
  state: 'open',
  createdAt: at,
  updatedAt: at,
  completedAt: null,
  deletedAt: null,
  ...(due !== null && repeat !== undefined && { repeat }),
});
