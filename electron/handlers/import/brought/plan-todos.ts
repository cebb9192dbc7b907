import { type CalendarTask, uidKey } from '#domain/exchange/calendar-task.ts';
import { type DatedTodo, layStrangeTodo, layTodo, type TodoRow } from '#domain/exchange/lay-todo.ts';
import { idOfHash, type TaskId, taskIdSchema } from '#domain/ids.ts';
import type { TaskPlace } from '#domain/task/task.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';

/** A to-do with its existing task, or the one that it becomes. */
export type PlannedTodo = {
  readonly todo: DatedTodo;
  readonly taskId: TaskId;
  /** The place of the task; null if it does not exist yet. */
  readonly place: TaskPlace | null;
  readonly row: TodoRow;
};

/**
 * The task id for a UID: our exports write the task's id as UID. Any other UID is mapped to a fixed id, so that it is
 * recognised when it is imported again.
 */
const taskIdOf = (todo: CalendarTask): TaskId => {
  const key = uidKey(todo);
  return taskIdSchema.safeParse(key).data ?? taskIdSchema.parse(idOfHash(sha256Of(`to-do ${key}`)));
};

/** The to-do with its due day in this machine's time zone. */
const dated = ({ due, ...todo }: CalendarTask): DatedTodo => {
  if (due === undefined) return todo;
  if (due === null) return { ...todo, due };
  return { ...todo, due: 'day' in due ? due.day : localToday(Date.parse(due.at)) };
};

/** Plans the to-dos of a calendar; nothing is written. */
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
