import { type PassageId, taskIdSchema } from '#domain/ids.ts';
import { newTask } from '#domain/task/new-task.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';
import type { Machine } from '#electron/ports/machine.ts';

export type SaidOfTask = Pick<Task, 'title' | 'kind' | 'due' | 'owner'>;

/** New follow-ups on a passage. */
export const tasksOnPassage = (
  { newId }: Pick<Machine, 'newId'>,
  passageId: PassageId,
  said: readonly SaidOfTask[],
  at: Timestamp,
): readonly Task[] => said.map((each) => newTask(taskIdSchema.parse(newId()), { ...each, passageId }, at));
