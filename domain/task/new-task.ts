import type { TaskId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { Task } from './task.ts';

/** An owner as it is kept: trimmed, and null where nothing is left. */
export const tidyOwner = (owner: string | null): string | null => owner?.trim() || null;

/** A task that is open. */
export const newTask = (
  id: TaskId,
  said: Pick<Task, 'title' | 'kind' | 'due' | 'owner' | 'passageId'>,
  at: Timestamp,
): Task => ({
  id,
  ...said,
  owner: tidyOwner(said.owner),
  state: 'open',
  createdAt: at,
  updatedAt: at,
  completedAt: null,
  deletedAt: null,
});
