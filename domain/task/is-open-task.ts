import type { Task } from './task.ts';

/** Whether the task is still to be done: open, or waiting for someone. */
export const isOpenTask = ({ state, deletedAt }: Pick<Task, 'state' | 'deletedAt'>): boolean =>
  deletedAt === null && (state === 'open' || state === 'waiting');
