import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import type { PassageId, TaskId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import { newTask, type SaidTask } from '#domain/task/new-task.ts';
import type { Task } from '#domain/task/task.ts';
import type { Timestamp } from '#domain/time.ts';
import { type Made, makeOnce } from '#electron/handlers/shared/record-changes.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import type { TaskFile } from './task-file.ts';

/** See makeOnce. */
export const makeTask = (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  request: RequestName,
  { file, tasks }: Pick<TaskFile, 'file' | 'tasks'>,
  wanted: Task,
): Promise<Result<Made<Task>, AppError>> => {
  const isElsewhere = async (id: TaskId) => (await catalogue.placeOfTask(id)) !== null;
  return makeOnce(request, { file, collection: 'tasks', standing: tasks, isElsewhere }, wanted);
};

/** New follow-ups on a passage. */
export const tasksOnPassage = (
  passageId: PassageId,
  said: readonly (SaidTask & Pick<Task, 'id'>)[],
  at: Timestamp,
): readonly Task[] => said.map(({ id, ...each }) => newTask(id, { ...each, passageId }, at));
