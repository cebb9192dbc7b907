import type { TaskRow } from '#domain/contract/task.ts';
import type { TaskState } from '#domain/task/task.ts';
import { act } from '#renderer/bridge/act.ts';

export const setTaskState = ({ task, place }: TaskRow, state: TaskState): void =>
  void act('task:change', { place, taskId: task.id, change: { state } });

/** Done, or open again. */
export const completeTask = (row: TaskRow): void =>
  setTaskState(row, row.task.state === 'done' ? 'open' : 'done');
