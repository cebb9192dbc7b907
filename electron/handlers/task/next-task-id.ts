import { idOfHash, type TaskId, taskIdSchema } from '#domain/ids.ts';
import type { Task } from '#domain/task/task.ts';
import { sha256Of } from '../shared/sha-256.ts';

/**
 * The id of the task that comes after `task`: the same wherever `task` is finished, so that two devices on which it was
 * finished make one next task of it.
 */
export const nextTaskId = ({ id, due }: Pick<Task, 'id' | 'due'>): TaskId =>
  taskIdSchema.parse(idOfHash(sha256Of(`task after ${id} due ${due}`)));
