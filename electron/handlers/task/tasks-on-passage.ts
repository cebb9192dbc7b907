import type { PassageId } from '#domain/ids.ts';
import { newTask, type SaidTask } from '#domain/task/new-task.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';

/** New follow-ups on a passage. */
export const tasksOnPassage = (
  passageId: PassageId,
  said: readonly (SaidTask & Pick<Task, 'id'>)[],
  at: Timestamp,
): readonly Task[] => said.map(({ id, ...each }) => newTask(id, { ...each, passageId }, at));
