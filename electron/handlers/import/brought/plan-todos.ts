import { type CalendarTask, uidKey } from '#domain/exchange/calendar-task.ts';
import { type DatedTodo, layStrangeTodo, layTodo, type TodoRow } from '#domain/exchange/lay-todo.ts';
import { idOfHash, type TaskId, taskIdSchema } from '#domain/ids.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';

/** A to-do with the task that it is here, or becomes. */
export type PlannedTodo = {
  readonly todo: DatedTodo;
  readonly taskId: TaskId;
  /** Where the task is kept; null where there is none yet. */
  readonly place: TaskPlace | null;
  readonly row: TodoRow;
};

/**
 * The task of a UID: an export writes its id there. Any other UID gives one id, so that it is known when it comes
 * again.
 */
const taskIdOf = (todo: CalendarTask): TaskId => {
  const key = uidKey(todo);
  return taskIdSchema.safeParse(key).data ?? taskIdSchema.parse(idOfHash(sha256Of(`to-do ${key}`)));
};

/** The day of a to-do on this machine. */
const dated = ({ due, ...todo }: CalendarTask): DatedTodo => {
  if (due === undefined) return todo;
  if (due === null) return { ...todo, due };
  return { ...todo, due: 'day' in due ? due.day : localToday(Date.parse(due.at)) };
};

/** What becomes of the to-dos of a calendar; nothing is written. */
export const planTodos = async (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  todos: readonly CalendarTask[],
): Promise<readonly PlannedTodo[]> => {
  if (todos.length === 0) return [];
  const named = todos.map((todo) => ({ todo: dated(todo), taskId: taskIdOf(todo) }));
  await catalogue.ready;
  const places = await catalogue.placesOfTasks(named.map(({ taskId }) => taskId));
  const here = new Map(
    (await catalogue['task:list']({ isOpenOnly: false })).map(({ task }) => [task.id, task]),
  );
  return named.map(({ todo, taskId }) => {
    const [place, task] = [places.get(taskId) ?? null, here.get(taskId)];
    const row = task === undefined ? layStrangeTodo(todo, place !== null) : layTodo(todo, task);
    return { todo, taskId, place, row };
  });
};
